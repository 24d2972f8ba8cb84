import type { ComponentChildren, VNode } from 'preact';
import { inLanguage } from '../../i18n/text.ts';
import { RIBBON_WIDTH } from '../../scene/map-marks.ts';
import type { ShipLook } from '../../scene/ship-look.ts';
import { looksOf } from '../map/map-marks.tsx';
import { RibbonPatterns, ribbonId } from '../map/patterns.tsx';
import { ShipGlyph, turned } from '../map/ship-glyph.tsx';
import { usePage, usePageId } from '../page-context.ts';
import { useLaterWords } from '../use-later-words.ts';
import { ShipMark } from './ship-mark.tsx';

/** Ships whose samples are drawn at most; the names tell of the others. */
const SAMPLES = 3;

/** `full`: three columns; `column`: the same in one; `compact`: a row with what it takes to read the map. */
export type LegendVariant = 'full' | 'column' | 'compact';

/** What the lines, ribbons and marks mean, drawn with the patterns and shapes of the map itself. */
export function Legend({ variant = 'full' }: { variant?: LegendVariant }) {
  const { state } = usePage();
  const prefix = usePageId();
  const shown = state.case.value;
  if (!shown) return null;
  const lang = state.settings.lang.value;
  const { legend } = useLaterWords();
  const short = variant === 'compact';
  const looks = looksOf(shown, lang).slice(0, SAMPLES);
  const length = short ? 23 : 32;
  const tracked = shown.lanes.some((lane) => lane.kind === 'track');
  return (
    <section class={`legend legend-${variant}`} aria-label={legend.heading}>
      <ul>
        <Row text={short ? legend.observedShort : tracked ? legend.observed : legend.noneObserved}>
          <Line length={length} width={2} />
        </Row>
        <Row text={short ? legend.reportedShort : legend.reported}>
          <Line length={length} width={2} dashes="9 5" />
        </Row>
        <Row text={short ? legend.inferredShort : legend.inferred}>
          <Line length={length} width={1.5} dashes="1.5 2.8" />
        </Row>
        <Row text={short ? legend.mayBeShort : legend.mayBe}>
          <Ribbons looks={looks} prefix={prefix} />
        </Row>
        {!short && <Marks looks={looks} names={shown.ships.map(({ vessel }) => inLanguage(vessel.name, lang))} />}
      </ul>
    </section>
  );
}

/** Rows for the marks, those left out that the case has nothing of. */
function Marks({ looks, names }: { looks: readonly ShipLook[]; names: readonly string[] }) {
  const { state } = usePage();
  const { legend, rows } = useLaterWords();
  const dataset = state.case.value?.dataset;
  const [first] = looks;
  const samples = (hollow: boolean): VNode[] =>
    looks.map((look) => <ShipMark key={look.shape} look={look} hollow={hollow} />);
  return (
    <>
      {first && <Row text={state.case.value?.many ? rows.seen : legend.seen(names)}>{samples(false)}</Row>}
      {first && (
        <Row text={legend.unnamed}>
          {samples(true)}
          {dataset?.sightings.some(({ vessel, voyage, what }) => vessel === null && !voyage && what === 'ship') && (
            <svg width="11" height="12" viewBox="-5.5 -6 11 12" aria-hidden="true">
              <circle class="loose-mark" r="4.3" fill="var(--paper)" stroke="var(--ink)" stroke-width="1.8" />
            </svg>
          )}
        </Row>
      )}
      {dataset?.sightings.some(({ what }) => what !== 'ship') && (
        <Row text={legend.cargo}>
          <CargoBox />
        </Row>
      )}
      {first && (
        <Row text={legend.bestGuess}>
          <BestGuess look={first} />
        </Row>
      )}
      {dataset?.ports.some(({ positionErrorKm }) => positionErrorKm !== undefined) && (
        <Row text={legend.inDoubt}>
          <InDoubt />
        </Row>
      )}
    </>
  );
}

function Row({ text, children }: { text: string; children: ComponentChildren }) {
  return (
    <li>
      <span class="legend-sample">{children}</span>
      <span>{text}</span>
    </li>
  );
}

function Line({ length, width, dashes }: { length: number; width: number; dashes?: string }) {
  return (
    <svg width={length} height="10" aria-hidden="true">
      <path d={`M0,5h${length}`} stroke="var(--ink)" stroke-width={width} stroke-dasharray={dashes} />
    </svg>
  );
}

function Ribbons({ looks, prefix }: { looks: readonly ShipLook[]; prefix: string }) {
  const width = 15;
  return (
    <svg width={looks.length * (width + 2) - 2} height={RIBBON_WIDTH} aria-hidden="true">
      <RibbonPatterns prefix={prefix} ships={looks.map((look) => ({ look }))} />
      {looks.map((look, at) => (
        <rect
          key={look.shape}
          x={at * (width + 2)}
          width={width}
          height={RIBBON_WIDTH}
          fill={`url(#${ribbonId(prefix, at)})`}
        />
      ))}
    </svg>
  );
}

/** Cargo on a quay, without a ship. */
function CargoBox() {
  return (
    <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
      <path d="M1,1.5h10v9h-10z" fill="var(--paper)" stroke="var(--ink)" stroke-width="1.4" />
      <path d="M4.33,1.5v9M7.67,1.5v9" stroke="var(--ink)" />
    </svg>
  );
}

/** The ship of the map, lying down so that she fits into a line of text. */
function BestGuess({ look }: { look: ShipLook }) {
  return (
    <svg width="28" height="15" viewBox="-19 -9 38 18" aria-hidden="true">
      <ShipGlyph look={{ ...look, letter: '' }} turn={turned(90)} />
    </svg>
  );
}

function InDoubt() {
  return (
    <svg width="16" height="16" viewBox="-8 -8 16 16" aria-hidden="true">
      <circle r="6.6" fill="none" stroke="var(--ink)" stroke-width="1.3" stroke-dasharray="2.5 2.2" />
    </svg>
  );
}
