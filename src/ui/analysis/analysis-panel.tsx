/** Does it add up? What the claims allow when they are taken as bounds, one part at a time. */
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';
import { analysisIn } from '../../i18n/analysis-words.ts';
import { answeringOf } from '../../state/answering.ts';
import { change } from '../../state/state.ts';
import { usePage, usePageId } from '../page-context.ts';
import { tellerOf } from '../teller.ts';
import styleSheet from './analysis.css?url';
import { ClaimsPart } from './claims-part.tsx';
import { type AnalysisPart, PARTS, partOf } from './open-part.ts';
import { PrintReport } from './print-report.tsx';
import { ReachPart } from './reach-part.tsx';
import { SchedulesPart } from './schedules-part.tsx';
import { TripsPart } from './trips-part.tsx';
import { UnnamedPart } from './unnamed-part.tsx';
import { WhatIfBanner } from './what-if-banner.tsx';

const SHOWN = {
  claims: ClaimsPart,
  unnamed: UnnamedPart,
  trips: TripsPart,
  schedules: SchedulesPart,
  reach: ReachPart,
} satisfies Record<AnalysisPart, unknown>;

/** The analysis that the setting `analysis` opens; nothing while it opens none, or while no case is shown. */
export function AnalysisPanel() {
  const page = usePage();
  const id = usePageId();
  const { analysis, lang } = page.state.settings;
  const teller = tellerOf(page);
  const open = partOf(analysis.value);
  if (!teller || !open) return null;
  const say = analysisIn(lang.value);
  const Part = SHOWN[open];
  return (
    <Styled>
      <section class="panel analysis" aria-labelledby={id}>
        <div class="panel-head">
          <h2 class="panel-title" id={id}>
            {say.heading}
          </h2>
          <PrintReport />
          <button
            type="button"
            class="panel-close"
            aria-label={say.close}
            onClick={() => change(page.state, { analysis: null })}
          >
            <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">
              <path d="M2,2l10,10M12,2l-10,10" stroke="currentColor" stroke-width="1.7" />
            </svg>
          </button>
        </div>
        <WhatIfBanner inPanel />
        <nav class="analysis-parts" aria-labelledby={id}>
          {PARTS.map((part) => (
            <button
              key={part}
              type="button"
              class="analysis-pick"
              aria-current={part === open ? 'true' : undefined}
              onClick={() => change(page.state, { analysis: part })}
            >
              {say.parts[part]}
            </button>
          ))}
        </nav>
        <div class="panel-body">
          <Part teller={teller} />
          <Mounted part={open} />
        </div>
      </section>
    </Styled>
  );
}

/** Tells that a part is on the page, after it has begun what it has to work out. */
function Mounted({ part }: { part: AnalysisPart }) {
  const { shown } = answeringOf(usePage().state);
  useLayoutEffect(() => {
    shown.value = part;
    return () => {
      shown.value = null;
    };
  }, [shown, part]);
  return null;
}

/** Draws its content once the style sheet of the analysis is there. */
function Styled({ children }: { children: ComponentChildren }) {
  const [styled, setStyled] = useState(false);
  return (
    <>
      <link rel="stylesheet" href={styleSheet} onLoad={() => setStyled(true)} onError={() => setStyled(true)} />
      {styled && children}
    </>
  );
}
