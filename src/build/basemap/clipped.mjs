// Cuts lines at a box.

/** Share of the segment a-b where it enters and leaves the box [w, s, e, n]; null where it stays outside. Liang and Barsky 1984. */
function inside([ax, ay], [bx, by], [west, south, east, north]) {
  let enter = 0;
  let leave = 1;
  for (const [step, room] of [
    [ax - bx, ax - west],
    [bx - ax, east - ax],
    [ay - by, ay - south],
    [by - ay, north - ay],
  ]) {
    if (step === 0 && room < 0) return null;
    if (step < 0) enter = Math.max(enter, room / step);
    if (step > 0) leave = Math.min(leave, room / step);
  }
  return enter < leave ? [enter, leave] : null;
}

/** The parts of lines that lie in the box [west, south, east, north]. */
export function clipped(lines, box) {
  const parts = [];
  for (const line of lines) {
    let part = [];
    for (let i = 1; i < line.length; i++) {
      const [a, b] = [line[i - 1], line[i]];
      const at = (share) => [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share];
      const shares = inside(a, b, box);
      if (!shares) continue;
      if (part.length === 0 || shares[0] > 0) {
        if (part.length > 1) parts.push(part);
        part = [at(shares[0])];
      }
      part.push(at(shares[1]));
      if (shares[1] < 1) {
        parts.push(part);
        part = [];
      }
    }
    if (part.length > 1) parts.push(part);
  }
  return parts;
}
