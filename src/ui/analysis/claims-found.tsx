import { useEffect, useRef } from 'preact/hooks';
import { placesOf } from '../../analysis/claim-places.ts';
import type { Consistency } from '../../analysis/consistency.ts';
import { ASSUMED_PARTS, type AssumedPart } from '../../analysis/ship-statements.ts';
import type { StatedContradiction } from '../../analysis/stated-contradictions.ts';
import { analysisIn } from '../../i18n/analysis-words.ts';
import { usePage } from '../page-context.ts';
import { portName } from '../teller.ts';
import { ClaimCard } from './claim-card.tsx';
import { claimsDesk } from './claims-desk.ts';
import { MarksKey } from './claims-on-map.tsx';
import { ContradictionCard } from './contradiction-card.tsx';
import { figure, shipName, type WhatIfTeller } from './in-words.ts';

interface ClaimsFoundProps {
  readonly teller: WhatIfTeller;
  readonly found: Consistency;
}

/** The assumptions that are printed in the verdict; the others stand beneath it. */
const IN_VERDICT: readonly AssumedPart[] = ['greatestSpeed', 'leastStay'];

/** The verdict, the contradictions, and the claims that contradict each other by their own words. */
export function ClaimsFound({ teller, found }: ClaimsFoundProps) {
  return (
    <>
      <Verdict teller={teller} found={found} />
      {found.contradictions.length > 0 && <MarksKey />}
      <Stated teller={teller} stated={found.stated} note={analysisIn(teller.lang).addsUp.claims.pointNote} />
    </>
  );
}

/** Whether the dates can all be true, what is assumed for it, and the contradictions where they cannot. */
export function Verdict({ teller, found }: ClaimsFoundProps) {
  const { contradictions } = found;
  const desk = claimsDesk(usePage().state);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (!desk.focusAnswer) return;
    desk.focusAnswer = false;
    heading.current?.focus();
  }, [found]);
  const say = analysisIn(teller.lang).addsUp.claims;
  const rest = ASSUMED_PARTS.filter((part) => !IN_VERDICT.includes(part));
  return (
    <>
      <h3
        ref={heading}
        tabIndex={-1}
        class={`addsup-verdict ${contradictions.length > 0 ? 'addsup-no' : 'addsup-yes'}`}
      >
        <VerdictMark found={found} />
        <span>{verdict(teller, found)}</span>
      </h3>
      <p class="small quiet">
        {say.alsoAssumed(rest.map((part) => clause(teller, part)))} {say.tested}
      </p>
      {contradictions.map((contradiction, at) => (
        <ContradictionCard
          key={`${contradiction.vessel} ${contradiction.statements.map(({ id }) => id).join()}`}
          teller={teller}
          contradiction={contradiction}
          heading={say.heading(at + 1, contradictions.length, shipName(teller, contradiction.vessel))}
          clauses={contradiction.assumptions.map((part) => clause(teller, part))}
        />
      ))}
    </>
  );
}

function verdict(teller: WhatIfTeller, { consistent, contradictions, undecided }: Consistency): string {
  const say = analysisIn(teller.lang).addsUp.claims;
  const clauses = IN_VERDICT.map((part) => clause(teller, part));
  const open = undecided.length > 0 ? say.undecided(undecided.map((id) => shipName(teller, id))) : '';
  if (contradictions.length > 0) return `${say.cannot(clauses)} ${open}`.trim();
  return consistent ? say.can(clauses) : open;
}

/** An assumption in words, with the figure that is in force. */
export function clause({ shown, ...teller }: WhatIfTeller, part: AssumedPart): string {
  const { assumed } = analysisIn(teller.lang).addsUp.claims;
  if (part === 'order') return assumed.order();
  if (part === 'window') return assumed.window(teller.dates.days(shown.period));
  return assumed[part](figure({ shown, ...teller }, shown.dataset.assumptions[part].value));
}

/** A tick, a cross or a question mark. */
function VerdictMark({ found: { consistent } }: { found: Consistency }) {
  const shape = consistent
    ? 'M3,9.5l4,4 8-9'
    : consistent === null
      ? 'M5,6a4,4 0 1 1 4,4v2m0,2.5v.5'
      : 'M4,4l10,10M14,4l-10,10';
  return (
    <svg class="addsup-mark" width="18" height="18" viewBox="0 0 18 18" aria-hidden="true">
      <path d={shape} fill="none" stroke="currentColor" stroke-width="2.4" />
    </svg>
  );
}

interface StatedProps {
  readonly teller: WhatIfTeller;
  readonly stated: readonly StatedContradiction[];
  /** What else is to be said of them. */
  readonly note?: string;
}

/** Pairs of claims that need no arithmetic, denials apart. */
export function Stated({ teller, stated, note = '' }: StatedProps) {
  const say = analysisIn(teller.lang).addsUp.claims;
  if (stated.length === 0) return <p class="small quiet">{say.noStated}</p>;
  const disputes = stated.filter(({ denial }) => !denial);
  const denials = stated.filter(({ denial }) => denial);
  return (
    <>
      {disputes.length > 0 && (
        <details class="addsup-fold small">
          <summary>{say.stated(disputes.length)}</summary>
          <p class="quiet">
            {say.statedNote} {note}
          </p>
          <Pairs teller={teller} pairs={disputes} />
        </details>
      )}
      {denials.length > 0 && (
        <details class="addsup-fold small">
          <summary>{say.denials(denials.length)}</summary>
          <Pairs teller={teller} pairs={denials} />
        </details>
      )}
    </>
  );
}

/** Each claim once, with all that are against it beside it. */
function Pairs({ teller, pairs }: { teller: WhatIfTeller; pairs: readonly StatedContradiction[] }) {
  const say = analysisIn(teller.lang).addsUp.claims;
  const firsts = [...new Set(pairs.map(({ claims }) => claims[0]))];
  return (
    <ul>
      {firsts.map((first) => (
        <li key={first} class="addsup-pair">
          <ClaimCard teller={teller} id={first}>
            <PlaceLine teller={teller} id={first} />
          </ClaimCard>
          <div>
            {pairs
              .filter(({ claims }) => claims[0] === first)
              .map(({ claims, counts }) => (
                <ClaimCard key={claims[1]} teller={teller} id={claims[1]}>
                  {counts && <p class="addsup-label">{say.counts}</p>}
                  <PlaceLine teller={teller} id={claims[1]} />
                </ClaimCard>
              ))}
          </div>
        </li>
      ))}
    </ul>
  );
}

/** Ports and passages that the records citing a claim speak of; nothing where it has none. */
function PlaceLine({ teller, id }: { teller: WhatIfTeller; id: string }) {
  const { dataset } = teller.shown;
  const say = analysisIn(teller.lang).addsUp.claims;
  const { ports, legs } = placesOf(dataset, { kind: 'claim', id }, null);
  const ways = legs.flatMap(({ voyage, leg }) => dataset.voyages.find((one) => one.id === voyage)?.legs[leg] ?? []);
  const named = [
    ...ports.map((port) => portName(teller, port)),
    ...ways.map(({ from, to }) => say.way(portName(teller, from), portName(teller, to))),
  ];
  return named.length > 0 ? <p class="quiet">{say.speaksOf([...new Set(named)])}</p> : null;
}
