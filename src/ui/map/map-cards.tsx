/** Cards beside the things on the map that they speak of: who is alongside, and what a drawn ship means. */
import { useMemo } from 'preact/hooks';
import { inLanguage } from '../../i18n/text.ts';
import { laneMarks, type PortMark, portMarks, shipMark } from '../../scene/map-marks.ts';
import { type Box, placeCard } from '../../scene/place-cards.ts';
import type { Point } from '../../scene/polyline.ts';
import type { Case } from '../../state/case.ts';
import { PortCard } from '../cards/port-card.tsx';
import { ShipCallout } from '../cards/ship-callout.tsx';
import { scaleLeft } from '../layout.ts';
import { usePage } from '../page-context.ts';
import { mapGuest } from './map-guest.ts';
import type { Stage } from './map-marks.tsx';
import { PortNotes } from './port-notes.tsx';
import type { MapSupport } from './use-map.ts';

const PORT_CARD = { width: 232, height: 118 };
const CALLOUT = { width: 212, height: 88 };

interface Props {
  readonly shown: Case;
  readonly stage: Stage;
  readonly taken: readonly Box[];
  /** There is room for cards beside the marks. */
  readonly cards: boolean;
  /** Ids of the ports whose cards are open. */
  readonly open: ReadonlySet<string>;
  /** The port whose card the reader asked for last. */
  readonly asked: string | null;
  readonly support: MapSupport | null;
}

interface Placed {
  readonly box: Box;
  readonly subject: Point;
}

export function MapCards({ shown, stage, taken, cards, open, asked, support }: Props) {
  const { state } = usePage();
  const { lang: language, selected, analysis } = state.settings;
  const guest = mapGuest(state).value;
  const lang = language.value;
  const lanes = useMemo(() => laneMarks(shown.lanes, stage.project), [shown, stage]);
  const ports = useMemo(() => portMarks(shown.dataset.ports, lanes, stage.project), [shown, lanes, stage]);
  const frame = { x: 12, y: 10, width: stage.width - 24, height: stage.height - 20 };
  const lines = lanes.map(({ line }) => line);
  const placed: Placed[] = [];
  const scale: Box = {
    x: scaleLeft(stage.height, selected.value !== null || analysis.value !== null),
    y: stage.height - 44,
    width: 120,
    height: 44,
  };
  const boxes = (): Box[] => [
    ...taken,
    ...(guest?.box ? [guest.box] : []),
    scale,
    ...placed.map(({ box }) => box),
    ...ports.map((mark) => nameBox(mark, lang)),
  ];
  const portCards = ports.flatMap((mark) => {
    // What a guest draws is not to be covered by cards that nobody asked for.
    if (!open.has(mark.port.id) || (guest?.box && mark.port.id !== asked)) return [];
    const room = { frame, taken: boxes(), lines };
    // Rather over a lane than not at all: the reader asked for it.
    const box =
      placeCard(mark.at, PORT_CARD, room) ??
      (cards ? mark.port.id === asked && placeCard(mark.at, PORT_CARD, { ...room, lines: [] }) : foot(frame));
    if (!box) return [];
    placed.push({ box, subject: mark.at });
    return [{ port: mark.port, box }];
  });
  return (
    <>
      <Leaders placed={placed} stage={stage} />
      {portCards.map(({ port, box }) => (
        <div key={port.id} class="on-map" style={at(box)}>
          <PortCard port={port} />
        </div>
      ))}
      {guest && support && <guest.Over stage={stage} base={support.base} taken={boxes()} />}
      {!cards && <PortNotes ports={ports} stage={stage} />}
      {cards && <Callouts shown={shown} stage={stage} ports={ports} around={{ frame, taken: boxes(), lines }} />}
    </>
  );
}

const at = ({ x, y, width }: Box) => ({ left: `${x}px`, top: `${y}px`, width: `${width}px` });

/** A small map has no free room: a card that was asked for takes its foot. */
const foot = (frame: Box): Box => ({
  x: frame.x,
  y: frame.y + frame.height - PORT_CARD.height,
  width: frame.width,
  height: PORT_CARD.height,
});

function nameBox({ port, at: { x, y }, label, doubt }: PortMark, lang: string): Box {
  const width = inLanguage(port.name, lang).length * 8.4;
  const left = label.anchor === 'end' ? x + label.dx - width : label.anchor === 'start' ? x + label.dx : x - width / 2;
  const top = y + Math.min(label.dy - 13, -Math.max(doubt, 8));
  return { x: left, y: top, width, height: y + Math.max(doubt, 8) - top };
}

interface CalloutsProps {
  readonly shown: Case;
  readonly stage: Stage;
  readonly ports: readonly PortMark[];
  readonly around: Parameters<typeof placeCard>[2];
}

/** While time rests, a word on every ship drawn at sea. While it runs, or is drawn along, they would only flicker. */
function Callouts({ shown, stage, ports, around }: CalloutsProps) {
  const { state } = usePage();
  if (!state.resting.value || state.settings.playing.value) return null;
  const placed: Placed[] = [];
  const cards = state.ships.value.flatMap((ship) => {
    const mark =
      ship.now.best.kind === 'passage' && shipMark(shown.ships.indexOf(ship.plan), ship.now, 0, ports, stage.project);
    if (!mark) return [];
    const taken = [...around.taken, ...placed.map(({ box }) => box)];
    const box = placeCard(mark.at, CALLOUT, { ...around, taken });
    if (!box) return [];
    placed.push({ box, subject: mark.at });
    return [{ ship, box }];
  });
  return (
    <>
      <Leaders placed={placed} stage={stage} />
      {cards.map(({ ship, box }) => (
        <div key={ship.plan.vessel.id} class="on-map" style={at(box)}>
          <ShipCallout ship={ship} />
        </div>
      ))}
    </>
  );
}

function Leaders({ placed, stage }: { placed: readonly Placed[]; stage: Stage }) {
  return (
    <svg class="leaders" viewBox={`0 0 ${stage.width} ${stage.height}`} aria-hidden="true">
      {placed.map(({ box, subject }, at) => {
        const x = Math.max(box.x, Math.min(subject.x, box.x + box.width));
        const y = Math.max(box.y, Math.min(subject.y, box.y + box.height));
        return <path key={at} d={`M${x},${y}L${subject.x.toFixed(1)},${subject.y.toFixed(1)}`} />;
      })}
    </svg>
  );
}
