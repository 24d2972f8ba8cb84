/** Marks on the map for what contradicting claims speak of: ports, and whole ways between them. Never a point on a way. */
import { useMemo } from 'preact/hooks';
import { type Statement, statementKey } from '../../analysis/ship-statements.ts';
import { analysisIn } from '../../i18n/analysis-words.ts';
import { alongPath } from '../../model/path.ts';
import { laneMarks, type PortMark, portMarks } from '../../scene/map-marks.ts';
import { type Box, placeCard } from '../../scene/place-cards.ts';
import { HIDDEN, type Point } from '../../scene/polyline.ts';
import { textWidth } from '../../timeline/text-width.ts';
import type { GuestOver, MapGuest } from '../map/map-guest.ts';
import type { Stage } from '../map/map-marks.tsx';
import { usePage } from '../page-context.ts';
import { portName, type Teller, tellerOf } from '../teller.ts';
import { claimsDesk, type MarkedPlace } from './claims-desk.ts';
import { shipName } from './in-words.ts';
import { focusCard } from './pointed-card.tsx';

/** Under the notices, where the page is wide. */
const BOX = { x: 412, y: 12, width: 340, height: 122 };

/** Of a tag, px. */
const TAG = { height: 26, padding: 8, type: 12 };
/** Between a port's own mark and its ring, px. */
const RING = 7;

/** What contradictions draw; the cards of ports make room for it. */
export const CONTRADICTIONS: MapGuest = { Over: ContradictionsOver, Under: () => null, box: BOX };

/** What is drawn while a reader points at a claim: it comes and goes, so that nothing makes room. */
export const POINTED_CLAIM: MapGuest = { Over: Marks, Under: () => null, box: null };

interface Placed {
  readonly place: MarkedPlace;
  readonly box: Box;
}

function ContradictionsOver(props: GuestOver) {
  const { marked } = claimsDesk(usePage().state);
  if (marked.value.length === 0) return null;
  return (
    <>
      <Marks {...props} />
      <Label />
    </>
  );
}

function Marks({ stage, taken }: GuestOver) {
  const page = usePage();
  const teller = tellerOf(page);
  const desk = claimsDesk(page.state);
  const shown = page.state.case.value;
  const lanes = useMemo(() => (shown ? laneMarks(shown.lanes, stage.project) : []), [shown, stage]);
  const ports = useMemo(
    () => (shown ? portMarks(shown.dataset.ports, lanes, stage.project) : []),
    [shown, lanes, stage],
  );
  if (!teller || !shown || desk.marked.value.length === 0) return null;
  const pointed = desk.pointed.value;
  const placed: Placed[] = [];
  const drawn = desk.marked.value.map((place) => {
    const port = place.kind === 'port' ? ports.find((mark) => mark.port.id === place.id) : undefined;
    const lane = place.kind === 'lane' ? shown.lanes.find(({ id }) => id === place.id) : undefined;
    const subject = port?.at ?? (lane && stage.project(alongPath(lane.table, 0.5).position));
    const box =
      subject &&
      subject !== HIDDEN &&
      tagBox(teller, place, subject, stage, [...taken, ...placed.map((one) => one.box)]);
    if (box) placed.push({ place, box });
    const d = lanes.find(({ id }) => lane?.id === id)?.d;
    return { place, port, d, leader: box && leader(box, subject, port) };
  });
  return (
    <>
      <svg class="claims-map" width={stage.width} height={stage.height} aria-hidden="true">
        {drawn.map(({ place, port, d, leader }) => (
          <g
            key={keyOf(place)}
            class={pointed ? (speaksOf(pointed, place) ? 'claims-pointed' : 'claims-pale') : undefined}
          >
            {d && <path class="claims-way" d={d} />}
            {port && <circle class="claims-ring" cx={port.at.x} cy={port.at.y} r={ringOf(port)} />}
            {leader && <path class="claims-leader" d={leader} />}
          </g>
        ))}
      </svg>
      {placed.map(({ place, box }) => (
        <Tags key={keyOf(place)} teller={teller} place={place} box={box} />
      ))}
    </>
  );
}

const keyOf = ({ kind, id }: MarkedPlace): string => `${kind} ${id}`;

const same = (one: Statement, other: Statement): boolean => statementKey(one) === statementKey(other);

const speaksOf = (statement: Statement, { statements }: MarkedPlace): boolean =>
  statements.some((one) => same(one, statement));

const ringOf = ({ doubt }: PortMark): number => Math.max(doubt, 7) + RING;

/** What the marks mean, over the map. */
function Label() {
  const { state } = usePage();
  const below = state.whatIf.value || state.notices.value.length > 0 ? ' reach-below' : '';
  return (
    <div class={`reach-label claims-label card small${below}`}>
      <MarksKey />
    </div>
  );
}

/** What the marks mean. */
export function MarksKey() {
  const say = analysisIn(usePage().state.settings.lang.value).addsUp.claims;
  return (
    <p class="claims-key">
      <svg class="claims-swatch" width="34" height="16" viewBox="0 0 34 16" aria-hidden="true">
        <path class="claims-way" d="M14,8h18" />
        <circle class="claims-ring" cx="9" cy="8" r="6.4" />
      </svg>
      {say.onMap}
    </p>
  );
}

interface TagsProps {
  readonly teller: Teller;
  readonly place: MarkedPlace;
  readonly box: Box;
}

/** The statements that speak of a place, each a button that leads to its card. */
function Tags({ teller, place, box }: TagsProps) {
  const { pointed } = claimsDesk(usePage().state);
  const say = analysisIn(teller.lang).addsUp.claims;
  const where = placeName(teller, place);
  return (
    <div class="claims-tags" style={{ left: `${box.x}px`, top: `${box.y}px` }}>
      {place.statements.map((statement) => {
        const point = (): void => {
          pointed.value = statement;
        };
        const leave = (): void => {
          pointed.value = null;
        };
        return (
          <button
            key={statementKey(statement)}
            type="button"
            class={pointed.value && same(pointed.value, statement) ? 'claims-tag claims-pointed' : 'claims-tag'}
            aria-label={say.markOf(tagText(teller, statement), where)}
            onMouseEnter={point}
            onMouseLeave={leave}
            onFocus={point}
            onBlur={leave}
            onClick={({ currentTarget }) => focusCard(currentTarget, statement)}
          >
            {tagText(teller, statement)}
          </button>
        );
      })}
    </div>
  );
}

/** A claim's id; of what no claim is cited for, what it is. */
function tagText(teller: Teller, { kind, id }: Statement): string {
  if (kind === 'claim') return id;
  const { tag } = analysisIn(teller.lang).addsUp.claims;
  return kind === 'trips' ? tag.trips(shipName(teller, id)) : tag[kind];
}

function placeName(teller: Teller, { kind, id }: MarkedPlace): string {
  if (kind === 'port') return portName(teller, id);
  const ends = teller.shown.lanes.find((lane) => lane.id === id)?.ends ?? [];
  return ends.map((port) => portName(teller, port)).join(' – ');
}

/** Where the tags of a place stand: near it and on nothing else; over a lane rather than not at all. */
function tagBox(teller: Teller, place: MarkedPlace, subject: Point, stage: Stage, taken: readonly Box[]): Box {
  // A font that stands in for ours may be wider.
  const widths = place.statements.map(
    (statement) => Math.max(26, textWidth(tagText(teller, statement), TAG.type, 600) * 1.1 + 2 * TAG.padding) + 2,
  );
  const size = { width: Math.ceil(widths.reduce((sum, width) => sum + width, 0)), height: TAG.height };
  const frame = { x: 6, y: 6, width: stage.width - 12, height: stage.height - 12 };
  const lines = teller.shown.lanes.map((lane) => lane.table.points.map(stage.project));
  const found =
    placeCard(subject, size, { frame, taken, lines }) ?? placeCard(subject, size, { frame, taken, lines: [] });
  if (found) return found;
  const within = (wanted: number, most: number): number => Math.max(6, Math.min(wanted, most));
  return {
    x: within(subject.x + 16, stage.width - size.width - 6),
    y: within(subject.y + 16, stage.height - size.height - 6),
    ...size,
  };
}

/** From the tags to the ring of a port, or to the way. */
function leader(box: Box, subject: Point, port: PortMark | undefined): string {
  const x = Math.max(box.x, Math.min(subject.x, box.x + box.width));
  const y = Math.max(box.y, Math.min(subject.y, box.y + box.height));
  const away = Math.hypot(subject.x - x, subject.y - y) || 1;
  const short = port ? Math.min(1, ringOf(port) / away) : 0;
  const [toX, toY] = [subject.x + (x - subject.x) * short, subject.y + (y - subject.y) * short];
  return `M${x.toFixed(1)},${y.toFixed(1)}L${toX.toFixed(1)},${toY.toFixed(1)}`;
}
