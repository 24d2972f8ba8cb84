/** GPX 1.0 and 1.1: tracks of timed points; a new segment is a gap. Routes have no times and are refused. */
import type { Findings } from './finding.ts';
import type { FixCollector, TrackVocabulary } from './track-xml.ts';
import { fixCollector, refuseLane } from './track-xml.ts';
import type { Track } from './tracks.ts';

/**
 * The vocabulary of GPX.
 *
 * @param file name of the file, for tracks without one
 */
export function gpxVocabulary(file: string, findings: Findings): TrackVocabulary {
  const tracks: Track[] = [];
  const inside: string[] = [];
  let [name, text, time] = ['', '', ''];
  let point: { lat: string | undefined; lon: string | undefined } | null = null;
  let fixes: FixCollector = fixCollector(findings);
  let [tracksMet, routes, waypoints] = [0, 0, 0];
  return {
    handler: {
      open(element, attribute) {
        inside.push(element);
        text = '';
        if (element === 'trk') {
          tracksMet++;
          name = '';
          fixes = fixCollector(findings);
        } else if (element === 'trkseg') fixes.part();
        else if (element === 'trkpt') {
          point = { lat: attribute('lat'), lon: attribute('lon') };
          time = '';
        } else if (element === 'rte') {
          routes++;
          name = '';
        } else if (element === 'wpt') waypoints++;
      },
      text(piece) {
        text += piece;
      },
      close(element) {
        inside.pop();
        const parent = inside.at(-1);
        if (element === 'name' && (parent === 'trk' || parent === 'rte')) name = text.trim();
        else if (element === 'time' && parent === 'trkpt') time = text;
        else if (element === 'trkpt' && point !== null) {
          fixes.add(point.lon, point.lat, time === '' ? undefined : time);
          point = null;
        } else if (element === 'trk') {
          const path = `trk[${tracksMet - 1}]`;
          tracks.push({ name: name || file, path, segments: fixes.end(path, name) });
        } else if (element === 'rte') refuseLane(findings, `rte[${routes - 1}]`, name, 'a route');
        text = '';
      },
    },
    tracks() {
      if (waypoints > 0) {
        const message = `${waypoints} waypoints are left out: a point is no voyage`;
        findings.leftOut('not-a-track', { path: 'wpt', message, expected: 'tracks (trk)' });
      }
      if (inside.includes('trk')) {
        const path = `trk[${tracksMet - 1}]`;
        tracks.push({ name: name || file, path, segments: fixes.end(path, name) });
      }
      return tracks;
    },
  };
}
