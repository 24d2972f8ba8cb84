/**
 * deck.gl's TripsLayer with the voyages of a big case: a map of single moments, which has none of the doubt. It is given
 * the sea routes, and of each date the middle; nothing is checked, and nothing worked out.
 */
import { Deck, MapView } from '@deck.gl/core';
import { TripsLayer } from '@deck.gl/geo-layers';
import { makeMap } from '../make-map.ts';

const DAY = 86_400_000;
/** A trail of this many days behind each ship. */
const TRAIL = 3;

/** The middle of a date of the fleet: a day, a minute, a month, a bound or about a day. */
function middleOf(text) {
  const date = text.replace(/^\.\.\/|~$/g, '');
  if (date.includes('T')) return Date.parse(date);
  return date.length === 7 ? Date.parse(`${date}-15`) : Date.parse(date) + DAY / 2;
}

const json = async (address) => (await fetch(address)).json();

/** The voyages of a case as trips: a path, and days since `start` along it. */
async function tripsOf(folder) {
  const [ports, { voyages, window }, routes] = await Promise.all(
    ['ports.geojson', 'voyages.json', 'routes.json'].map((file) => json(`${folder}${file}`)),
  );
  const [start, end] = window.split('/').map((date) => Date.parse(date));
  const places = new Map(ports.features.map(({ id, geometry }) => [id, geometry.coordinates.join()]));
  const lines = new Map(routes.map(({ from, to, line }) => [`${from.join()} ${to.join()}`, line.points]));
  const trips = voyages.map(({ vessel, legs: [{ from, to, depart, arrive }] }) => {
    const path = lines.get(`${places.get(from)} ${places.get(to)}`);
    const departs = middleOf(depart);
    const arrives = Math.max(middleOf(arrive), departs + DAY / 4);
    const lengths = path.map((point, at) =>
      at === 0 ? 0 : Math.hypot(point[0] - path[at - 1][0], point[1] - path[at - 1][1]),
    );
    const whole = lengths.reduce((sum, length) => sum + length, 0);
    let gone = 0;
    const times = lengths.map((length) => {
      gone += length;
      return (departs + (gone / whole) * (arrives - departs) - start) / DAY;
    });
    const hue = Number(vessel.split('-')[1]) % 6;
    return { path, times, colour: [40 + 30 * hue, 90, 200 - 25 * hue] };
  });
  return { trips, days: (end - start) / DAY };
}

const map = await makeMap([
  [-170, -60],
  [170, 70],
]);
await map.once('idle');
/** What is to be told of the next picture. */
let next = { resolve: () => undefined, reject: (_) => undefined };
// On a canvas of its own: `@deck.gl/mapbox` 9.4 asks `map.transform.height`, which MapLibre 6 has no longer.
const { lng, lat } = map.getCenter();
const deck = new Deck({
  parent: document.body,
  views: new MapView({ repeat: true }),
  viewState: { longitude: lng, latitude: lat, zoom: map.getZoom() },
  style: { pointerEvents: 'none' },
  layers: [],
  onAfterRender: () => next.resolve(),
  onError: (error) => next.reject(error),
});
let shown = { trips: [], days: 1 };

function seek(day) {
  const layer = new TripsLayer({
    id: 'trips',
    data: shown.trips,
    getPath: ({ path }) => path,
    getTimestamps: ({ times }) => times,
    getColor: ({ colour }) => colour,
    widthMinPixels: 3,
    trailLength: TRAIL,
    currentTime: day,
  });
  deck.setProps({ layers: [layer] });
}

const frame = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));

/** Opens a case; resolves when it is drawn. Throws where deck.gl says that it cannot. */
async function open(folder) {
  let longest = 0;
  const observer = new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) longest = Math.max(longest, entry.duration);
  });
  observer.observe({ type: 'longtask' });
  const begun = performance.now();
  shown = await tripsOf(folder);
  seek(0);
  await frame();
  await new Promise((resolve, reject) => {
    next = { resolve, reject };
    seek(shown.days / 2);
  });
  const opened = performance.now() - begun;
  await frame();
  observer.disconnect();
  return { opened, longest };
}

function play() {
  let [day, last] = [shown.days / 2, performance.now()];
  requestAnimationFrame(function onward(now) {
    day += (now - last) / 1000;
    last = now;
    seek(day);
    requestAnimationFrame(onward);
  });
}

Object.assign(window, { bench: { open, play }, seekShare: (share) => seek(share * shown.days) });
document.body.dataset.state = 'ready';
