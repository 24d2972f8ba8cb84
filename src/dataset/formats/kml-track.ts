/** KML: `gx:Track`, alone or in a `gx:MultiTrack`, where each track is a stretch of its own, joined for the eye or not. */
import type { Findings } from './finding.ts';
import type { FixCollector, TrackVocabulary } from './track-xml.ts';
import { fixCollector, refuseLane } from './track-xml.ts';
import type { Track } from './tracks.ts';

/**
 * The vocabulary of KML.
 *
 * @param file name of the file, for placemarks without one
 */
export function kmlVocabulary(file: string, findings: Findings): TrackVocabulary {
  const tracks: Track[] = [];
  const inside: string[] = [];
  let [name, text] = ['', ''];
  let fixes: FixCollector = fixCollector(findings);
  let [whens, coords]: [string[], string[]] = [[], []];
  let [placemarks, parts, lines, points] = [-1, 0, 0, 0];
  const path = (): string => `Placemark[${Math.max(placemarks, 0)}]`;

  const endTrack = (): void => {
    parts++;
    if (whens.length === coords.length) {
      fixes.part();
      coords.forEach((coord, at) => {
        const [lon, lat] = coord.trim().split(/[\s,]+/);
        fixes.add(lon, lat, whens[at]);
      });
    } else {
      const message = `there are ${coords.length} positions and ${whens.length} times, so the track is left out`;
      findings.leftOut('counts-differ', { path: path(), record: name, message, expected: 'one time a position' });
    }
    [whens, coords] = [[], []];
  };
  const endPlacemark = (): void => {
    if (parts > 0) tracks.push({ name: name || file, path: path(), segments: fixes.end(path(), name) });
    if (lines > 0) refuseLane(findings, path(), name, 'a line');
    [name, parts, lines] = ['', 0, 0];
    fixes = fixCollector(findings);
  };

  return {
    handler: {
      open(element) {
        inside.push(element);
        text = '';
        if (element === 'Placemark') placemarks++;
        else if (element === 'Track') [whens, coords] = [[], []];
        else if (element === 'LineString') lines++;
        else if (element === 'Point') points++;
      },
      text(piece) {
        text += piece;
      },
      close(element) {
        inside.pop();
        if (element === 'name' && inside.at(-1) === 'Placemark') name = text.trim();
        else if (element === 'when' && inside.at(-1) === 'Track') whens.push(text.trim());
        else if (element === 'coord' && inside.at(-1) === 'Track') coords.push(text);
        else if (element === 'Track') endTrack();
        else if (element === 'Placemark') endPlacemark();
        text = '';
      },
    },
    tracks() {
      if (inside.includes('Track')) endTrack();
      if (inside.includes('Placemark')) endPlacemark();
      if (points > 0) {
        const message = `${points} points are left out: a point is no voyage`;
        findings.leftOut('not-a-track', { path: 'Point', message, expected: 'tracks (gx:Track)' });
      }
      return tracks;
    },
  };
}
