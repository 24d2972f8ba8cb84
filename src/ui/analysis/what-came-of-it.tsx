import { analysisIn } from '../../i18n/analysis-words.ts';
import { inLanguage } from '../../i18n/text.ts';
import { usePage } from '../page-context.ts';
import type { Teller } from '../teller.ts';
import { figure, shipName, sightingName, voyageName, type WhatIfTeller } from './in-words.ts';
import { whatIfOf } from './use-what-if.ts';

/** What has to be said of the change that is shown: what was kept in spite of it, what fell away, what could not be done. */
export function WhatCameOfIt({ teller }: { teller: Teller }) {
  const page = usePage();
  const changed = page.state.whatIf.value;
  const reported = page.state.reported.value;
  if (!changed || !reported) return null;
  const say = analysisIn(teller.lang).addsUp.change;
  // What fell away has its names in the case as reported.
  const before: WhatIfTeller = { ...teller, shown: reported, assumed: [] };
  const claimed = (id: string): string => `${id} (${inLanguage(reported.claim(id)?.text, teller.lang)})`;
  const { assume } = whatIfOf(page);
  const moved = (['usualSpeed', 'usualStay'] as const).filter(
    (name) => changed.changed.includes(name) && changed.dataset.assumptions[name].value !== assume[name],
  );
  const lines = [
    ...(changed.kept.length > 0 ? [say.kept(changed.kept.map(claimed))] : []),
    ...(changed.fallen.length > 0 ? [say.fallen(changed.fallen.map((id) => voyageName(before, id)))] : []),
    ...(changed.misfits.length > 0 ? [say.misfits(changed.misfits.map((id) => sightingName(before, id)))] : []),
    ...(changed.shapeless.length > 0 ? [say.shapeless(changed.shapeless.map((id) => shipName(before, id)))] : []),
    ...(changed.unknown.length > 0 ? [say.unknown(changed.unknown)] : []),
    ...moved.map((name) => {
      const value = figure(teller, changed.dataset.assumptions[name].value);
      return say.usualMoved(value, say.units[name](value), say.names[name]);
    }),
  ];
  if (lines.length === 0) return null;
  return (
    <section class="addsup-said small">
      <h3 class="kicker">{say.said}</h3>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  );
}
