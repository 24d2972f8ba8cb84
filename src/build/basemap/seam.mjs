// world-atlas joins rings across the 180th meridian. Here they are unwrapped and cut there again, as RFC 7946 wants.

/** The ring with longitudes that never jump: -170 after 175 becomes 190. */
export function unwrapped(ring) {
  const positions = [];
  for (const [lon, lat] of ring) {
    const last = positions.at(-1)?.[0] ?? lon;
    positions.push([lon - 360 * Math.round((lon - last) / 360), lat]);
  }
  return positions;
}

/** Sutherland and Hodgman: the part of a ring on one side of a meridian. */
function beside(ring, meridian, east) {
  const keeps = ([lon]) => (east ? lon >= meridian : lon <= meridian);
  const part = [];
  for (let i = 1; i < ring.length; i++) {
    const [a, b] = [ring[i - 1], ring[i]];
    if (keeps(a)) part.push(a);
    if (keeps(a) !== keeps(b)) part.push([meridian, a[1] + ((b[1] - a[1]) * (meridian - a[0])) / (b[0] - a[0])]);
  }
  return part.length > 2 ? [...part, part[0]] : [];
}

/** The rings, between 180 W and 180 E, of a ring as world-atlas has it. One that goes round the pole is closed over the south pole. */
export function cutAtSeam(ring) {
  let whole = unwrapped(ring);
  const [first, last] = [whole[0], whole.at(-1)];
  if (Math.abs(last[0] - first[0]) > 180) whole = [...whole, [last[0], -90], [first[0], -90], first];
  return [-360, 0, 360]
    .map((turn) => whole.map(([lon, lat]) => [lon + turn, lat]))
    .map((turned) => beside(beside(turned, -180, true), 180, false))
    .filter((part) => part.length > 3);
}
