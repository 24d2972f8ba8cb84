/** What holds for the whole of a dark span, and what it rests on. */
import { ASSUMPTION_RANGES } from '../../analysis/what-if-text.ts';
import { analysisIn } from '../../i18n/analysis-words.ts';
import { inLanguage } from '../../i18n/text.ts';
import { HOUR } from '../../model/edtf.ts';
import type { DarkSpan, SpanEnd } from '../../reach/dark-spans.ts';
import { nearestCopy } from '../../scene/camera.ts';
import type { ReachFacts as Facts } from '../../state/reach-session.ts';
import { portName, type Teller } from '../teller.ts';
import { figure } from './in-words.ts';
import type { LookedAt } from './reach-desk.ts';
import { endName, round } from './reach-words.ts';
import { useWhatIf } from './use-what-if.ts';

interface FactsProps {
  readonly teller: Teller;
  readonly facts: Facts;
  readonly lookedAt: LookedAt;
  readonly knots: number;
  /** On paper towns take a line and no table, and what was looked at is said elsewhere. */
  readonly onPaper?: boolean;
}

/** Distances, ports in reach, and the method. */
export function ReachFacts(props: FactsProps) {
  const { teller, facts } = props;
  const { method } = analysisIn(teller.lang).reach;
  return (
    <>
      <ReachFigures {...props} />
      <details class="how small">
        <summary>{method.heading}</summary>
        <p>{method.text(facts.cells.toLocaleString(teller.lang), round(teller, facts.cellKm))}</p>
      </details>
    </>
  );
}

/** Distances and ports in reach. */
export function ReachFigures({ teller, facts, lookedAt, knots, onPaper = false }: FactsProps) {
  const { reach: say } = analysisIn(teller.lang);
  const [lon, lat] = facts.farthest.position;
  const km = (value: number): string => say.facts.km(round(teller, value));
  const rows = [
    [say.facts.sailed, say.facts.sailedFigure(round(teller, facts.rangeKm), figure(teller, knots))],
    [say.facts.direct, km(facts.directKm)],
    [say.facts.detour, km(facts.detourKm)],
    [
      say.facts.farthest,
      say.facts.farthestFigure(round(teller, facts.farthest.km), say.position(lat, nearestCopy(lon, 0))),
    ],
  ] as const;
  return (
    <>
      <table class="reach-table small">
        <caption>{say.facts.caption}</caption>
        <tbody>
          {rows.map(([name, value]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{value}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Places teller={teller} facts={facts} lookedAt={lookedAt} onPaper={onPaper} />
    </>
  );
}

function Places({ teller, facts, lookedAt, onPaper = false }: Omit<FactsProps, 'knots'>) {
  const { dates, shown, lang } = teller;
  const { ports: say } = analysisIn(lang).reach;
  const towns = new Map(lookedAt.towns.map((town) => [town.id, inLanguage(town.name, lang)]));
  // Whole hours, the stay rounded up: never less than what is possible.
  const hours = (ms: number): string => Math.ceil(ms / HOUR).toLocaleString(lang);
  const listed = onPaper ? facts.ports.filter(({ port }) => !towns.has(port)) : facts.ports;
  const others = facts.ports.flatMap(({ port }) => towns.get(port) ?? []);
  return (
    <>
      {facts.ports.length === 0 && <p class="small">{say.none}</p>}
      {listed.length > 0 && (
        <table class="reach-table small">
          <caption>{say.caption}</caption>
          <thead>
            <tr>
              <th scope="col">{say.place}</th>
              <th scope="col">{say.between(dates.zoneName(shown.period.earliest))}</th>
              <th scope="col" class="reach-figure">
                {say.stay}
              </th>
            </tr>
          </thead>
          <tbody>
            {listed.map(({ port, window, spare }) => (
              <tr key={port}>
                <th scope="row">{towns.get(port) ?? <b>{portName(teller, port)}</b>}</th>
                <td>
                  {dates.short(window.earliest)} – {dates.short(window.latest)}
                </td>
                <td class="reach-figure">{say.stayFigure(hours(spare))}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {onPaper ? (
        others.length > 0 && <p class="small">{analysisIn(lang).report.reach.towns(others.join(', '))}</p>
      ) : (
        <PlacesLookedAt teller={teller} lookedAt={lookedAt} />
      )}
    </>
  );
}

/** Which places were looked at, and that there are more. */
export function PlacesLookedAt({ teller, lookedAt }: Pick<FactsProps, 'teller' | 'lookedAt'>) {
  const { ports: say } = analysisIn(teller.lang).reach;
  const names = teller.shown.dataset.ports.map(({ id }) => portName(teller, id)).join(', ');
  return (
    <p class="reach-note">
      {lookedAt.failure !== null && `${say.noTowns(lookedAt.failure)} `}
      {say.looked(names, lookedAt.towns.length)}
    </p>
  );
}

interface AssumedProps {
  readonly teller: Teller;
  readonly span: DarkSpan;
}

/** What the area rests on, with the greatest speed to be tried out. */
export function ReachAssumed({ teller, span }: AssumedProps) {
  const { shown, lang } = teller;
  const { assumed: say } = analysisIn(lang).reach;
  const changing = useWhatIf();
  const { value, reason } = shown.dataset.assumptions.greatestSpeed;
  const [least, most] = ASSUMPTION_RANGES.greatestSpeed;
  const reported = changing?.reported.dataset.assumptions.greatestSpeed.value ?? value;
  return (
    <section>
      <h4 class="reach-subheading">{say.heading}</h4>
      <ul class="reach-assumed small">
        <li>
          {say.speed(figure(teller, value))}{' '}
          {reported === value ? inLanguage(reason, lang) : say.changed(figure(teller, reported))}
          {changing && (
            <span class="reach-speeds">
              {([-1, 1] as const).map((more) => (
                <button
                  key={more}
                  type="button"
                  class="button reach-button"
                  disabled={value + more < least || value + more > most}
                  onClick={() =>
                    changing.change({ assume: { ...changing.whatIf.assume, greatestSpeed: value + more } })
                  }
                >
                  {more < 0 ? say.slower : say.faster}
                </button>
              ))}
            </span>
          )}
        </li>
        <SpanAssumed teller={teller} span={span} />
        <li>{say.wide}</li>
      </ul>
    </section>
  );
}

/** What is assumed of one dark span alone, as items of a list: how it begins and ends, and whose it is. */
export function SpanAssumed({ teller, span }: AssumedProps) {
  const { assumed: say } = analysisIn(teller.lang).reach;
  return (
    <>
      {(['from', 'to'] as const).map((side) => (
        <li key={side}>
          {endInWords(teller, span, side)} {doubtInWords(teller, span[side], side)}
        </li>
      ))}
      {span.basis === 'seen' && !span.named && (
        <li>
          <b>{say.unnamed}</b>
        </li>
      )}
    </>
  );
}

function endInWords(teller: Teller, span: DarkSpan, side: 'from' | 'to'): string {
  const { dates, shown, lang } = teller;
  const { assumed: say } = analysisIn(lang).reach;
  const end = span[side];
  const t = side === 'from' ? span.window.earliest : span.window.latest;
  const moment = `${dates.short(t)} ${dates.zoneName(t)}`;
  if (end.port === null) return side === 'from' ? say.fromTrack(moment) : say.toTrack(moment);
  const port = portName(teller, end.port);
  const seen = shown.dataset.sightings.find(({ id }) => id === end.sighting);
  if (seen) return (side === 'from' ? say.fromSeen : say.toSeen)(port, dates.cited(seen.date), moment);
  return (side === 'from' ? say.fromPassage : say.toPassage)(port, moment);
}

const doubtInWords = (teller: Teller, end: SpanEnd, side: 'from' | 'to'): string =>
  end.errorKm > 0
    ? analysisIn(teller.lang).reach.assumed.doubt(endName(teller, end, side), figure(teller, end.errorKm))
    : '';
