import { describe, expect, test } from 'vitest';
import { DAY } from '../../src/model/edtf.ts';
import { looseMarks } from '../../src/timeline/loose-marks.ts';
import { timeScale } from '../../src/timeline/time-scale.ts';
import { Legend } from '../../src/ui/cards/legend.tsx';
import { LooseSightings } from '../../src/ui/timeline/loose-sightings.tsx';
import { timelinePicture } from '../../src/ui/timeline/timeline-layout.ts';
import * as timelineWords from '../../src/ui/timeline/timeline-words.ts';
import { shippedCase } from './analysis-cases.ts';
import { dataset, sighting } from './evidence-case.ts';
import { pageOf, render } from './rendered-page.tsx';

const june = { earliest: Date.UTC(2020, 5, 1), latest: Date.UTC(2020, 6, 1) };
const scale = timeScale(june, 0, 300);

describe('sightings tied to no voyage', () => {
  test('stand in the middle of their dates on the line of the axis; tied ones and those off it do not', () => {
    const data = dataset({
      sightings: [
        sighting('tied', { voyage: 'june', call: 1 }),
        sighting('unknown voyage', { voyage: 'july', date: '2020-06-03' }),
        sighting('nameless', { vessel: null, date: '2020-06-10/2020-06-11', reading: 'first-and-last' }),
        sighting('cargo', { vessel: null, what: 'cargo-waiting', date: '2020-06-20', binds: false }),
        sighting('late', { vessel: null, date: '2020-08-01' }),
        sighting('open', { vessel: null, date: '2020-06-10/..' }),
      ],
    });
    expect(looseMarks(data, scale, 77).map(({ sighting: id, kind, vessel, x, y }) => [id, kind, vessel, x, y])).toEqual(
      [
        ['unknown voyage', 'named', 'tern', 25, 77],
        ['nameless', 'unnamed', null, 100, 77],
        ['cargo', 'cargo', null, 195, 77],
      ],
    );
  });

  test('of the shipped case are the ships of 14 or 15 and of 19 and 20 October, and the legend has their mark', () => {
    const data = shippedCase();
    const [first, last] = looseMarks(data, timeScale({ earliest: 0, latest: Date.UTC(2030, 0, 1) }, 0, 100), 0);
    expect([first?.sighting, last?.sighting]).toEqual(['najin-14-october', 'najin-19-october']);
    expect(first?.window).toEqual({ earliest: Date.UTC(2023, 9, 14), latest: Date.UTC(2023, 9, 16) });
    expect((last?.window.latest ?? 0) - (last?.window.earliest ?? 0)).toBe(2 * DAY);
    const page = pageOf(data);
    expect(render(page, <Legend />).match(/class="loose-mark"/g)).toHaveLength(1);
    const shown = page.state.case.value;
    if (!shown) throw new Error('no case');
    const picture = timelinePicture({
      tell: timelineWords,
      shown,
      words: page.words.value,
      lang: 'en',
      width: 1000,
      mode: 'left',
      selected: null,
      axis: shown.axis,
      vessels: null,
      otherZone: false,
    });
    const html = render(page, <LooseSightings picture={picture} />);
    expect(html.match(/<circle class="loose-mark"/g)).toHaveLength(2);
    for (const [, y] of html.matchAll(/translate\([\d.]+,([\d.]+)\)/g)) expect(Number(y)).toBe(picture.strips.bottom);
  });
});
