import { describe, expect, test } from 'vitest';
import { ShipTable } from '../../src/ui/cards/ship-table.tsx';
import { limitsInWords } from '../../src/ui/finding/limits-in-words.ts';
import { ShipRows } from '../../src/ui/timeline/ship-rows.tsx';
import { dataset, voyage } from './evidence-case.ts';
import { pageOf, render, textOf } from './rendered-page.tsx';

const SHIPS = 60;
const names = Array.from({ length: SHIPS }, (_, at) => `ship ${at + 1}`);
/** Sixty ships that may all be at sea, none of them dated. */
const crowd = dataset({
  vessels: names.map((name, at) => ({ id: `s${at}`, name, claims: [] })),
  voyages: names.map((_, at) => voyage(`v${at}`, { vessel: `s${at}` })),
  sightings: [],
});
const count = (html: string, part: string): number => html.split(part).length - 1;
const rows = <ShipRows width={1000} mode="left" waiting={null} most={290} />;

describe('of many ships', () => {
  test('the table lists a page of those that can be at sea, and says how many there are', () => {
    const html = render(pageOf(crowd), <ShipTable seen />);
    expect(count(html, '<tr')).toBe(26);
    expect(textOf(html)).toContain('Listed are those that can be at sea now, 60 of 60 ships.');
    expect(textOf(html)).toContain('1 to 25 of 60');
    const limited = render(pageOf(crowd, { only: ['s3', 's5'] }), <ShipTable seen />);
    expect(count(limited, '<tr')).toBe(3);
    expect(limited).not.toContain('Listed are');
  });

  test('the table lists the ship whose voyage is open first', () => {
    const html = textOf(render(pageOf(crowd, { selected: 'v59' }), <ShipTable seen />));
    expect(html.indexOf('ship 60')).toBeGreaterThan(0);
    expect(html.indexOf('ship 60')).toBeLessThan(html.indexOf('ship 1 '));
  });

  test('the timeline draws how many are at sea, and a row only for the one whose voyage is open', () => {
    const none = render(pageOf(crowd), rows);
    expect(count(none, 'class="strip-pick"')).toBe(0);
    expect(textOf(none)).toContain('0 to 60 now');
    expect(textOf(none)).toContain('Too many ships for a row each.');
    const one = render(pageOf(crowd, { selected: 'v7' }), rows);
    expect(count(one, 'class="strip-pick"')).toBe(1);
    expect(textOf(one)).toContain('ship 8');
  });

  test('limited to some, the timeline has their rows and says who is left', () => {
    const page = pageOf(crowd, { only: ['s0', 's1', 's2', 's3', 's4', 's5', 's6', 's7', 's8', 's9'] });
    const html = render(page, rows);
    expect(textOf(html)).toContain('0 to 10 now');
    expect(textOf(html)).not.toContain('Too many ships');
    // Rows in view and a little beyond, and no other.
    expect(count(html, 'class="strip-pick"')).toBeLessThan(10);
    expect(count(html, 'class="strip-pick"')).toBeGreaterThan(3);
    expect(limitsInWords(page)).toBe('10 of 60 ships are shown: those picked (ship 1, ship 2, ship 3, 7 others).');
  });

  test('nothing is said where nothing is limited', () => {
    expect(limitsInWords(pageOf(crowd))).toBeNull();
  });
});
