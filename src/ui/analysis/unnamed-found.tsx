import type { AssignedCall, Assignments, LegWindows } from '../../analysis/assignments.ts';
import type { Call } from '../../analysis/what-if.ts';
import { analysisIn } from '../../i18n/analysis-words.ts';
import { DAY } from '../../model/edtf.ts';
import type { Sighting } from '../../model/records.ts';
import type { Answer } from '../../state/analysis-tasks.ts';
import { ClaimSources } from '../cards/claim-source.tsx';
import { sightingInWords } from '../cards/port-card.tsx';
import { usePageId } from '../page-context.ts';
import { portName } from '../teller.ts';
import { figure, titleOf, voyageName, type WhatIfTeller } from './in-words.ts';
import { useWhatIf, without } from './use-what-if.ts';

interface UnnamedFoundProps {
  readonly teller: WhatIfTeller;
  readonly found: Answer<'unnamed'>;
}

/** Each sighting of an unnamed ship with the calls that it may belong to, and the number of ways to place all of them. */
export function UnnamedFound({ teller, found: { sightings, together } }: UnnamedFoundProps) {
  const say = analysisIn(teller.lang).addsUp.unnamed;
  if (sightings.length === 0) return <p>{say.none}</p>;
  return (
    <>
      <p class="addsup-lead">{say.lead}</p>
      {sightings.map((assignments) => {
        const sighting = teller.shown.dataset.sightings.find(({ id }) => id === assignments.sighting);
        return sighting && <Seen key={sighting.id} teller={teller} sighting={sighting} assignments={assignments} />;
      })}
      <p class="addsup-together">{say.together(together.count.toLocaleString(teller.lang), together.exact)}</p>
    </>
  );
}

interface SeenProps {
  readonly teller: WhatIfTeller;
  readonly sighting: Sighting;
  readonly assignments: Assignments;
}

/** What the reader has chosen for a sighting: as reported, at no call, or at one. */
const AS_REPORTED = 'reported';
const NOWHERE = 'none';
const choiceOf = (call: Call | null): string => (call === null ? NOWHERE : JSON.stringify([call.voyage, call.call]));

function Seen({ teller, sighting, assignments: { calls } }: SeenProps) {
  const say = analysisIn(teller.lang).addsUp.unnamed;
  const changing = useWhatIf();
  const name = usePageId();
  const { id } = sighting;
  const reported = changing?.reported.dataset.sightings.find((one) => one.id === id) ?? sighting;
  const tied =
    reported.voyage === undefined || reported.call === undefined
      ? null
      : { voyage: reported.voyage, call: reported.call };
  // A tie that is too weak to bind is a choice of its own: to try the sighting there makes it bind.
  const weak = tied !== null && !reported.binds;
  const inCase = weak ? AS_REPORTED : choiceOf(tied);
  const ties = changing?.whatIf.ties ?? {};
  const chosen = Object.hasOwn(ties, id) ? choiceOf(ties[id] ?? null) : inCase;
  const choose = (value: string, call: Call | null): void =>
    changing?.change({ ties: value === inCase ? without(ties, id) : { ...ties, [id]: call } });
  const radio = (value: string, call: Call | null) => ({
    name,
    checked: chosen === value,
    inCase: value === inCase && !weak,
    onChoose: () => choose(value, call),
  });
  const claims = sighting.claims.flatMap((claim) => teller.shown.claim(claim) ?? []);
  return (
    <section class="addsup-seen" aria-labelledby={`${name}-seen`}>
      <h3 class="addsup-heading" id={`${name}-seen`}>
        {portName(teller, sighting.port)}, {teller.dates.cited(sighting.date)}
      </h3>
      <p>{sightingInWords(teller, sighting)}</p>
      {claims.map((claim) => (
        <ClaimSources key={claim.id} claim={claim} />
      ))}
      {calls.every(({ fits }) => fits === false) && <p class="addsup-label">{say.noneFits}</p>}
      <fieldset class="addsup-choices small">
        <legend>{say.choose}</legend>
        {weak && (
          <Choice
            teller={teller}
            label={say.asReported(voyageName(teller, tied.voyage))}
            {...radio(AS_REPORTED, tied)}
          />
        )}
        <Choice teller={teller} label={say.atNone} {...radio(NOWHERE, null)} />
        {calls.map(({ voyage, call, ...one }) => (
          <Choice
            key={choiceOf({ voyage, call })}
            teller={teller}
            label={voyageName(teller, voyage)}
            found={{ voyage, call, ...one }}
            {...radio(choiceOf({ voyage, call }), { voyage, call })}
          />
        ))}
      </fieldset>
    </section>
  );
}

interface ChoiceProps {
  readonly teller: WhatIfTeller;
  readonly name: string;
  readonly label: string;
  readonly checked: boolean;
  /** What the case itself has. */
  readonly inCase: boolean;
  readonly found?: AssignedCall;
  readonly onChoose: () => void;
}

function Choice({ teller, name, label, checked, inCase, found, onChoose }: ChoiceProps) {
  const say = analysisIn(teller.lang).addsUp.unnamed;
  const said = [...(found ? [fitInWords(teller, found)] : []), ...(inCase ? [say.inCase] : [])].join(', ');
  return (
    <div class={found?.fits === false ? 'addsup-choice addsup-unfit' : 'addsup-choice'}>
      <label class="addsup-switch">
        <input type="radio" name={name} checked={checked} onChange={onChoose} />
        <span>
          {label}
          {said !== '' && <span class={found?.fits ? 'addsup-fit' : 'quiet'}> · {said}</span>}
        </span>
      </label>
      {found?.fits && <Adds teller={teller} found={found} />}
    </div>
  );
}

/** Whether a sighting fits at a call. */
export function fitInWords(teller: WhatIfTeller, { fits, fitsWithout }: AssignedCall): string {
  const say = analysisIn(teller.lang).addsUp.unnamed;
  if (fits === undefined) return say.open;
  if (fits) return say.fits;
  return fitsWithout === false ? `${say.fitsNot}: ${say.otherwiseNot}` : say.fitsNot;
}

/** What a sighting would say of the ship's voyages if it belonged to this call. */
export function Adds({ teller, found: { adds, narrowed } }: { teller: WhatIfTeller; found: AssignedCall }) {
  const say = analysisIn(teller.lang).addsUp.unnamed;
  if (!adds) return <p class="addsup-adds quiet">{say.addsNothing}</p>;
  if (narrowed.length === 0) return <p class="addsup-adds quiet">{say.addsOrder}</p>;
  return (
    <details class="addsup-fold addsup-adds">
      <summary>{say.narrows(narrowed.length)}</summary>
      <ul>
        {narrowed.map((windows) => (
          <li key={`${windows.voyage} ${windows.leg}`}>{windowsInWords(teller, windows)}</li>
        ))}
      </ul>
    </details>
  );
}

function windowsInWords(teller: WhatIfTeller, { voyage, leg, depart, arrive }: LegWindows): string {
  const say = analysisIn(teller.lang).addsUp.unnamed;
  const sailed = teller.shown.dataset.voyages.find(({ id }) => id === voyage)?.legs[leg];
  const [from, to] = [portName(teller, sailed?.from ?? ''), portName(teller, sailed?.to ?? '')];
  const { days } = teller.dates;
  const wide = figure(teller, (arrive.latest - depart.earliest) / DAY);
  return say.leg(titleOf(teller, voyage), from, to, days(depart), days(arrive), wide);
}
