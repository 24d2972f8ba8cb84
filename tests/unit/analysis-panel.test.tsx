import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clashSum } from '../../src/analysis/clash-sum.ts';
import { claimsBelow, claimsNotOf } from '../../src/analysis/ready-views.ts';
import { claimGroups } from '../../src/analysis/record-groups.ts';
import { addsUpEn } from '../../src/i18n/en/adds-up.ts';
import type { Dataset } from '../../src/model/records.ts';
import { type Answer, TASKS, type TaskName } from '../../src/state/analysis-tasks.ts';
import { ClaimsFound } from '../../src/ui/analysis/claims-found.tsx';
import type { WhatIfTeller } from '../../src/ui/analysis/in-words.ts';
import { TripsFound } from '../../src/ui/analysis/trips-found.tsx';
import { UnnamedFound } from '../../src/ui/analysis/unnamed-found.tsx';
import { WhatCameOfIt } from '../../src/ui/analysis/what-came-of-it.tsx';
import { WhatIfBanner } from '../../src/ui/analysis/what-if-banner.tsx';
import { WhatIfControls } from '../../src/ui/analysis/what-if-controls.tsx';
import type { Page } from '../../src/ui/page-context.ts';
import { tellerOf } from '../../src/ui/teller.ts';
import { randomClaims } from './analysis-cases.ts';
import { claim, dataset, sighting, voyage } from './evidence-case.ts';
import { evenWays, tapeOf, tapes } from './model-cases.ts';
import { pageOf, render, textOf } from './rendered-page.tsx';

// Tern was seen at Beta on 10 June and back at Alpha on 11 June, 97.2 nautical miles away; a ship without a name on 20 June.
const records = dataset({
  claims: [
    claim('out', { text: 'Tern lay at Beta.', kinds: ['observation'], reliability: 'B', credibility: 2 }),
    claim('home', { text: 'Tern was back at Alpha.', kinds: ['statement'] }),
    claim('four', { topic: 'trips', count: { least: 4, most: 4 }, date: '2020-06', kinds: ['relay'] }),
    claim('six', { topic: 'trips', count: { least: 6 }, date: '2020-06', kinds: ['inference'] }),
    claim('never', { text: 'It never sailed.', topic: 'denial', contradicts: ['out'], kinds: ['statement'] }),
  ],
  voyages: [voyage('june', { claims: ['out', 'home'] })],
  sightings: [
    sighting('at beta', { voyage: 'june', call: 1, claims: ['out'] }),
    sighting('at alpha', { port: 'alpha', date: '2020-06-11', voyage: 'june', call: 2, claims: ['home'] }),
    sighting('nameless', { vessel: null, date: '2020-06-20' }),
  ],
});

function tellingOf(page: Page): WhatIfTeller {
  const teller = tellerOf(page);
  if (!teller) throw new Error('no case');
  return { ...teller, assumed: page.state.whatIf.value?.assumed ?? [] };
}

function found<Name extends TaskName>(task: Name, { shown, assumed }: WhatIfTeller): Answer<Name> {
  const work = TASKS[task] as (subject: Parameters<(typeof TASKS)[TaskName]>[0]) => Answer<Name>;
  return work({ dataset: shown.dataset, ways: evenWays(shown.dataset, 180), assumed });
}

function claimsShown(data: Dataset, whatif = ''): string {
  const page = pageOf(data, { whatif });
  const teller = tellingOf(page);
  return textOf(render(page, <ClaimsFound teller={teller} found={found('consistency', teller)} />));
}

describe('whether the claims add up', () => {
  test('the verdict names what it assumes, and claims against each other in words stand beneath', () => {
    const text = claimsShown(records);
    expect(text).toContain(
      'All dates that are claimed can be true together, if no ship is faster than 16 knots and every stay lasts at least 12 hours.',
    );
    expect(text).toContain('the voyages lie within the period of the case, 1 – 30 Jun, and a ship makes one voyage');
    expect(text).toContain('One pair of claims contradicts each other in words or numbers');
    expect(text).toContain(addsUpEn.claims.counts);
    expect(text).toContain('One denial');
    expect(text).not.toContain('Contradiction,');
  });

  test('a contradiction shows its claims, what it assumes and its sum', () => {
    const text = claimsShown(records, 'assume:greatestSpeed:1');
    expect(text).toContain('The claims cannot all be true, if no ship is faster than 1 knot and');
    expect(text).toMatch(
      /Contradiction, Tern These two cannot both be true: Observation .*Tern lay at Beta\. The Paper .*Statement .*Tern was back at Alpha\./,
    );
    expect(text).toContain('Assumed for it: no ship is faster than 1 knot.');
    expect(text).toContain('Last seen at Beta no earlier than 10 Jun 00:00 UTC (sighting: Beta, 10 June 2020: Tern)');
    expect(text).toContain('Passage Beta – Alpha: 97.2 h at least');
    expect(text).toContain('First seen at Alpha no later than 12 Jun 00:00 UTC');
    expect(text).toContain('At hand: 48 h at most. Needed: 97.2 h at least. Lacking: 49.2 h.');
    expect(claimsShown(records, 'without:home/assume:greatestSpeed:1')).toContain('All dates that are claimed can');
  });

  test('trips that a reader adds are said to be his, and listed voyages to be theirs', () => {
    const crowded = { ...records, window: { date: '2020-06-09/2020-06-12', claims: [] } };
    const text = claimsShown(crowded, 'more:tern:4');
    expect(text).toContain('Four round trips more of Tern, added by a reader');
    expect(claimsShown(crowded)).toContain('All dates that are claimed can');
  });

  test('what a clash needs beyond what there is at hand is what it lacks', () => {
    let met = 0;
    const property = fc.property(tapes(60), ({ numbers }) => {
      const data = randomClaims(tapeOf(numbers));
      const answer = TASKS.consistency({ dataset: data, ways: evenWays(data), assumed: [] });
      for (const clash of answer.contradictions.flatMap(({ clashes }) => clashes)) {
        const { steps, atHand, needed } = clashSum(clash);
        met++;
        expect(needed - atHand).toBe(clash.lacking);
        expect(needed).toBeGreaterThanOrEqual(0);
        expect(steps.findIndex(({ moment }) => moment?.side === 'not-before')).toBeLessThan(1);
      }
    });
    fc.assert(property, { numRuns: 60 });
    expect(met).toBeGreaterThan(5);
  });
});

describe('what if', () => {
  test('the banner says in words what is changed', () => {
    const banner = (whatif: string): string => textOf(render(pageOf(records, { whatif }), <WhatIfBanner />));
    expect(banner('')).toBe('');
    expect(banner('without:at beta,four,home/assume:greatestSpeed:20/tie:nameless:june:1/more:tern:1')).toContain(
      'What if? 2 claims out, 1 sighting out, greatest speed 20 knots, 1 sighting placed anew, 1 trip more of Tern. This is not what was reported.',
    );
  });

  test('fields hold the figures in force, with those of the case and the way back', () => {
    const html = render(pageOf(records, { whatif: 'assume:greatestSpeed:20' }), <Controls />);
    expect(html).toMatch(/<input[^>]*type="number"[^>]*value="20"/);
    const text = textOf(html);
    expect(text).toContain('In the case: 16 knots. made up for a test');
    expect(text).toContain('Back to 16');
    expect(text).not.toContain('Back to 12');
    expect(text).toContain('Claims and sightings: all 8 in');
    expect(html).not.toMatch(/\sstyle=/);
  });

  test('one is a knot, an hour, a day', () => {
    const { assumptions } = records;
    const slow = { ...records, assumptions: { ...assumptions, leastStay: { value: 1, reason: 'Brief.' } } };
    const page = pageOf(slow, { whatif: 'assume:greatestSpeed:1,approximate:1' });
    expect(textOf(render(page, <WhatIfBanner />))).toContain('Greatest speed 1 knot, “~” 1 day either way.');
    const text = textOf(render(page, <WhatIfControls teller={tellingOf(page)} />));
    expect(text).toContain('In the case: 1 hour. Brief.');
    expect(textOf(render(page, <WhatCameOfIt teller={tellingOf(page)} />))).toContain('Usual speed follows: 1 knot.');
    expect(text).not.toMatch(/\b1 (knots|hours|days)\b/);
  });

  test('a ready-made view that is shown is pressed, and its claims are not ticked', () => {
    const whatif = `without:${claimsNotOf(records, 'observation').join()}`;
    expect(whatif).toBe('without:home,four,six,never');
    const html = render(pageOf(records, { whatif }), <Controls />);
    expect(html).toMatch(/aria-pressed="true"[^>]*>Only what is observed/);
    expect(html).toMatch(/aria-pressed="false"[^>]*>Everything/);
    expect(html.match(/<input type="checkbox"(?! checked)/g)).toHaveLength(4);
    expect(textOf(html)).toContain('Claims and sightings: 4 of 8 out');
  });

  test('grades are asked for only where there are some; what nobody graded, or could judge, is below any', () => {
    expect(textOf(render(pageOf(records), <Controls />))).toContain(addsUpEn.change.grade);
    const bare = records.claims.map(({ reliability: _, credibility: __, ...rest }) => rest);
    expect(textOf(render(pageOf({ ...records, claims: bare }), <Controls />))).not.toContain(addsUpEn.change.grade);
    const graded = dataset({
      claims: [
        claim('best', { reliability: 'A', credibility: 1 }),
        claim('edge', { reliability: 'B', credibility: 2 }),
        claim('worse', { reliability: 'B', credibility: 3 }),
        claim('unknown', { reliability: 'F', credibility: 1 }),
        claim('unclear', { reliability: 'A', credibility: 6 }),
        claim('half', { reliability: 'A' }),
      ],
    });
    expect(claimsBelow(graded, { reliability: 'B', credibility: 2 })).toEqual(['worse', 'unknown', 'unclear', 'half']);
    expect(claimsBelow(graded, { reliability: 'E', credibility: 5 })).toEqual(['unknown', 'unclear', 'half']);
  });

  test('every claim is in one group', () => {
    const groups = claimGroups(records);
    expect(groups.map(({ kind }) => kind)).toEqual(['voyage', 'topic', 'topic']);
    expect(groups.flatMap(({ claims }) => claims.map(({ id }) => id)).sort()).toEqual(
      records.claims.map(({ id }) => id).sort(),
    );
  });

  test('what fell away with its last claim is said, and what the case does not have', () => {
    const page = pageOf(records, { whatif: 'without:home,nobody,out' });
    const text = textOf(render(page, <WhatCameOfIt teller={tellingOf(page)} />));
    expect(text).toContain('No claim is left for Tern, june: this voyage is not shown.');
    expect(text).toContain('The address names what this case does not have: nobody.');
    expect(render(pageOf(records), <WhatCameOfIt teller={tellingOf(pageOf(records))} />)).toBe('');
  });
});

function Controls() {
  return <WhatIfControls teller={tellingOf(pageOf(records))} />;
}

describe('unnamed ships', () => {
  const shown = (whatif = ''): string => {
    const page = pageOf(records, { whatif });
    const teller = tellingOf(page);
    return render(page, <UnnamedFound teller={teller} found={found('unnamed', teller)} />);
  };

  test('a call that fits is told from one that does not, and the choice of the case is made', () => {
    const text = textOf(shown());
    expect(text).toContain('Beta, 20 June 2020');
    expect(text).toContain('A ship that is not listed: it bounds nothing · as the case has it');
    expect(text).toContain('Tern, june · does not fit');
    expect(text).toContain(addsUpEn.unnamed.noneFits);
    expect(text).toContain('There is one way to place them all');
    expect(shown()).toMatch(/<input type="radio"[^>]* checked[^>]*>(<[^>]*>)*A ship that is not listed/);
  });

  test('where it fits, the windows it would leave are told', () => {
    const text = textOf(shown('without:home,at alpha,at beta'));
    expect(text).toContain('Tern, june · fits');
    expect(text).toContain('There it would narrow the dates of two passages');
    expect(text).toContain('june, Alpha – Beta: left 1 – 20 Jun, reached 1 – 20 Jun, all within 20 days');
    expect(text).toContain('There are 2 ways to place them all together');
  });

  test('a tie that the reader tries is the one chosen', () => {
    expect(shown('tie:nameless:june:1')).toMatch(/<input type="radio"[^>]* checked[^>]*>(<[^>]*>)*Tern, june/);
  });
});

describe('how many trips', () => {
  const page = pageOf(records);
  const teller = tellingOf(page);
  const html = render(page, <TripsFound teller={teller} found={found('trips', teller)} />);
  const text = textOf(html);

  test('ranges stand in words beside their bars, and the greatest is called no estimate', () => {
    expect(text).toContain('Observations only: 1 to 20');
    expect(text).toContain(addsUpEn.trips.bound);
    expect(html).toContain('aria-label="Observations only: 1 to 20; With statements: 1 to 20; All claims: 1 to 20"');
    expect(html).not.toMatch(/NaN|Infinity/);
  });

  test('the reasons are the figures they rest on', () => {
    expect(text).toContain('The period has 30 days: 1 – 30 Jun. A shortest round trip takes 24.1 h: 6.1 h there');
    expect(text).toContain('Sightings that name her ask for one trip at least: Alpha Beta: seen 10 June 2020 (Tern)');
    expect(text).toContain('Taken for true, and listed here: june.');
  });

  test('what sources count stands beside it, as they count', () => {
    expect(text).toContain('Exactly 4. text of four');
    expect(text).toContain('At least 6. text of six');
  });
});
