/** The whole analysis of a case as a document to be printed. */
import type { ComponentChildren } from 'preact';
import { analysisIn } from '../../i18n/analysis-words.ts';
import { inLanguage } from '../../i18n/text.ts';
import type { Answer } from '../../state/analysis-tasks.ts';
import type { StillData } from '../map/still-basemap.tsx';
import { Stated, Verdict } from './claims-found.tsx';
import type { WhatIfTeller } from './in-words.ts';
import { ReportAssumptions, ReportChanges } from './report-case.tsx';
import { ReportClaims, ReportSources } from './report-claims.tsx';
import { ReportPictures } from './report-pictures.tsx';
import { ReportReach } from './report-reach.tsx';
import { ReportSchedules } from './report-schedules.tsx';
import type { SpansFound } from './report-spans.ts';
import { ReportUnnamed } from './report-unnamed.tsx';
import { ReportWindows } from './report-windows.tsx';
import type { SchedulesDetail } from './schedules-detail.ts';
import { TripsFound } from './trips-found.tsx';

/** What was worked out of the case for its report. */
export interface Answers {
  readonly consistency: Answer<'consistency'>;
  readonly dated: Answer<'dated'>;
  readonly unnamed: Answer<'unnamed'>;
  readonly trips: Answer<'trips'>;
  readonly schedules: Answer<'schedules'>;
  readonly spans: SpansFound;
}

export interface ReportProps {
  readonly teller: WhatIfTeller;
  readonly answers: Answers;
  /** What the schedules were asked for. */
  readonly detail: SchedulesDetail;
  readonly basemap: StillData;
  /** The moment that the reader had chosen, UTC ms; null where none was. */
  readonly chosen: number | null;
  /** Where this analysis is to be found; null where no address leads to it. */
  readonly address: string | null;
}

/** Every part of the analysis, under a heading each. The page around it holds the case and no moment that matters. */
export function Report({ teller, answers, detail, basemap, chosen, address }: ReportProps) {
  const { shown, lang, dates } = teller;
  const say = analysisIn(lang).report;
  const { headings } = say;
  return (
    <article class="report-page" lang={lang}>
      <header>
        <p class="kicker">{say.kicker}</p>
        <h1>{inLanguage(shown.dataset.title, lang)}</h1>
        <p class="report-summary">{inLanguage(shown.dataset.summary, lang)}</p>
        <p>{say.period(dates.cited(shown.dataset.window.date))}</p>
        <p>{say.lead}</p>
        <p class="report-address">{address === null ? say.ownFile : say.address(address)}</p>
      </header>
      <Part heading={headings.changes}>
        <ReportChanges teller={teller} />
      </Part>
      <Part heading={headings.assumptions}>
        <ReportAssumptions teller={teller} />
      </Part>
      <Part heading={headings.verdict}>
        <Verdict teller={teller} found={answers.consistency} />
      </Part>
      <Part heading={headings.windows}>
        <ReportWindows teller={teller} dated={answers.dated} />
      </Part>
      <Part heading={headings.stated}>
        <Stated teller={teller} stated={answers.consistency.stated} />
      </Part>
      <Part heading={headings.unnamed}>
        <ReportUnnamed teller={teller} found={answers.unnamed} />
      </Part>
      <Part heading={headings.trips}>
        <TripsFound teller={teller} found={answers.trips} />
      </Part>
      <Part heading={headings.schedules}>
        <ReportSchedules teller={teller} detail={detail} answer={answers.schedules} />
      </Part>
      <Part heading={headings.reach}>
        <ReportReach teller={teller} basemap={basemap} found={answers.spans} />
      </Part>
      <Part heading={headings.pictures}>
        <ReportPictures teller={teller} basemap={basemap} chosen={chosen} />
      </Part>
      <Part heading={headings.claims}>
        <ReportClaims teller={teller} />
      </Part>
      <Part heading={headings.sources}>
        <ReportSources teller={teller} />
      </Part>
    </article>
  );
}

function Part({ heading, children }: { heading: string; children: ComponentChildren }) {
  return (
    <section class="report-part">
      <h2>{heading}</h2>
      {children}
    </section>
  );
}
