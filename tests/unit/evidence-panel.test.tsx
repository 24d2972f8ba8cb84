import { describe, expect, test } from 'vitest';
import { laterEn } from '../../src/i18n/en/later.ts';
import { notify } from '../../src/state/state.ts';
import { Legend } from '../../src/ui/cards/legend.tsx';
import { Notices } from '../../src/ui/cards/notices.tsx';
import { PortCard } from '../../src/ui/cards/port-card.tsx';
import { ShipTable } from '../../src/ui/cards/ship-table.tsx';
import { TitleCard } from '../../src/ui/cards/title-card.tsx';
import { TripCounts } from '../../src/ui/cards/trip-counts.tsx';
import { EvidencePanel } from '../../src/ui/evidence/evidence-panel.tsx';
import { claim, dataset, leg, sighting, voyage } from './evidence-case.ts';
import { pageOf, render, textOf } from './rendered-page.tsx';

const records = dataset({
  claims: [
    claim('seen', {
      text: 'Seen <b>there</b>.',
      kinds: ['statement', 'observation'],
      confidence: 'high',
      reliability: 'B',
      credibility: 2,
    }),
    claim('rival', { text: 'Seen at another place.', contradicts: ['seen'], kinds: ['relay'] }),
    claim('denial', { text: 'It never happened.', topic: 'denial', contradicts: ['seen'] }),
    claim('count', { topic: 'trips', count: { least: 4, most: 4 }, sources: ['paper', 'radio'] }),
  ],
  sources: [
    { id: 'paper', publisher: 'The Paper', url: 'https://example.org/paper', published: '2020-07-01' },
    { id: 'radio', publisher: 'Radio', relays: 'The Paper' },
  ],
  sightings: [sighting('s', { voyage: 'june', call: 1, vessel: null, claims: ['seen'] })],
});

describe('the evidence of a voyage', () => {
  const html = render(pageOf(records, { selected: 'june' }), <EvidencePanel />);
  const text = textOf(html);

  test('nothing is shown while nothing is selected, and a sentence where the id is unknown', () => {
    expect(render(pageOf(records), <EvidencePanel />)).toBe('');
    const unknown = textOf(render(pageOf(records, { selected: 'no-such' }), <EvidencePanel />));
    expect(unknown).toContain('This case has no voyage “no-such”.');
  });

  test('dates as cited stand beside what is drawn, an unnamed ship said', () => {
    expect(text).toContain('Left Alpha no date given');
    expect(text).toContain('Reached Beta on or before 10 June 2020 (unnamed ship)');
    expect(text).toContain('Drawn: every time that fits, at 16 kn or less, 12 h or more in port (assumed)');
    expect(text).toContain('made up for a test');
    expect(text).toContain('180 km (97.2 nm). A straight line.');
  });

  test('a claim shows its kinds, confidence, publisher and how it is tied', () => {
    for (const part of [
      'Statement',
      'Observation',
      'confidence high · source B, information 2',
      'The Paper, 1 July 2020',
      laterEn.evidence.tiedByInference,
    ]) {
      expect(text).toContain(part);
    }
  });

  test('what contradicts a claim stands beside it, a denial apart', () => {
    expect(text).toMatch(
      /Sources disagree This account: Seen .* Against it: Seen at another place\..* Denied: It never happened\./,
    );
  });

  test('texts of data never become HTML, and links open without a trace', () => {
    expect(html).toContain('Seen &lt;b>there&lt;/b>.');
    const links = html.match(/<a [^>]*>/g) ?? [];
    expect(links.length).toBeGreaterThan(0);
    for (const link of links) expect(link).toMatch(/href="https:.*rel="noreferrer noopener" target="_blank"/);
  });

  test('no part of it needs an inline style', () => {
    expect(html).not.toMatch(/\sstyle=/);
  });

  test('claims that cannot all be true are named, and no window is made up', () => {
    const legs = [leg('alpha', 'beta', { depart: '2020-06-14', arrive: '2020-06-02', claims: ['seen', 'rival'] })];
    const page = pageOf({ ...records, voyages: [voyage('june', { legs })], sightings: [] }, { selected: 'june' });
    const impossible = textOf(render(page, <EvidencePanel />));
    expect(impossible).toContain(laterEn.evidence.impossible);
    expect(impossible).toContain('a date given for june');
    expect(impossible).toMatch(/Left Alpha 14 June 2020 none fits/);
    expect(impossible).toContain(laterEn.evidence.noSchedule);
  });

  test('an order that no source fixes is said with the one drawn', () => {
    const voyages = [voyage('june'), voyage('other')];
    const free = textOf(
      render(pageOf({ ...records, voyages, sightings: [] }, { selected: 'june' }), <EvidencePanel />),
    );
    expect(free).toMatch(
      /Order not known: drawn as her (first; it may have been her last|last; it may have been her first)\./,
    );
    expect(text).not.toContain('Order not known');
  });
});

describe('cards', () => {
  test('the title says how much is dated and holds the counts by source', () => {
    const title = textOf(
      render(
        pageOf(records),
        <TitleCard>
          <TripCounts />
        </TitleCard>,
      ),
    );
    expect(title).toContain('Reported voyages, Jun 2020');
    expect(title).toContain('None of the two crossings is dated to within a week.');
    expect(title).toContain('this map');
    expect(title).toContain('Paper: exactly 4');
    expect(render(pageOf(dataset()), <TripCounts />)).not.toContain('counts-line');
  });

  test('the legend has no sample of what the case has nothing of', () => {
    const bare = textOf(render(pageOf(records), <Legend />));
    expect(bare).toContain('observed: none at sea');
    expect(bare).not.toContain(laterEn.legend.cargo);
    expect(bare).not.toContain(laterEn.legend.inDoubt);
    const sightings = [sighting('c', { what: 'cargo-waiting', vessel: null })];
    expect(textOf(render(pageOf({ ...records, sightings }), <Legend />))).toContain(laterEn.legend.cargo);
  });

  test('a port card says who may be alongside, whichever ships are shown', () => {
    const page = pageOf(records, { only: [] });
    const [, beta] = records.ports;
    if (!beta) throw new Error('no port');
    const card = textOf(render(page, <PortCard port={beta} />));
    expect(card).toContain('Alongside now: not known. Tern may be here.');
    expect(card).toContain('Next seen, 10 June 2020: a ship');
  });

  test('the table of ships can be reached by keyboard and announces nothing', () => {
    const table = render(pageOf(records), <ShipTable seen />);
    expect(table).toMatch(/<section[^>]*tabindex="0"/);
    expect(table).not.toMatch(/aria-live|role="status"/);
    expect(textOf(table)).toContain('Tuesday 9 June 2020, 00:00 UTC');
  });

  test('notices beyond the third wait behind their number', () => {
    const page = pageOf(records);
    for (const number of [1, 2, 3, 4, 5]) notify(page.state, { kind: 'data', text: `Problem ${number}.` });
    const notices = render(page, <Notices />);
    expect(textOf(notices)).toMatch(/Problem 3\. and 2 more Problem 4\. Problem 5\./);
    expect(notices).toContain('role="status"');
    expect(textOf(render(pageOf(records), <Notices />)).trim()).toBe('');
  });
});
