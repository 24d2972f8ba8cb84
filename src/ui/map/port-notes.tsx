import { inLanguage } from '../../i18n/text.ts';
import type { PortMark } from '../../scene/map-marks.ts';
import { alongsideBriefly } from '../cards/port-card.tsx';
import { usePage } from '../page-context.ts';
import { momentTellerOf } from '../teller.ts';
import { NOTE_LINE, type Stage } from './map-marks.tsx';

/** Who is alongside, under the name of each port, where the map has no room for cards. */
export function PortNotes({ ports, stage }: { ports: readonly PortMark[]; stage: Stage }) {
  const teller = momentTellerOf(usePage());
  if (!teller) return null;
  return (
    <svg
      class="port-notes"
      viewBox={`0 0 ${stage.width} ${stage.height}`}
      preserveAspectRatio="xMidYMid slice"
      role="group"
      aria-label={teller.words.map.marks}
    >
      {ports
        // A note is kept within the map; that of a port beyond its edge would speak of nothing that is there.
        .filter(({ at }) => at.x >= 0 && at.x <= stage.width)
        .map((mark) => ({ mark, note: alongsideBriefly(teller, mark.port) }))
        .map(({ mark, note }) => (
          <text
            key={mark.port.id}
            x={inside(mark, note, stage.width).toFixed(1)}
            y={(mark.at.y + mark.label.dy + (mark.label.dy > 0 ? NOTE_LINE : 0)).toFixed(1)}
            text-anchor={mark.label.anchor}
          >
            <title>{inLanguage(mark.port.name, teller.lang)}</title>
            {note}
          </text>
        ))}
    </svg>
  );
}

/** About, px a letter. */
const LETTER = 5.8;

/** Where the note is anchored so that none of it lies beyond the edges of the map. */
function inside({ at, label }: PortMark, note: string, width: number): number {
  const long = note.length * LETTER;
  const before = label.anchor === 'end' ? long : label.anchor === 'middle' ? long / 2 : 0;
  return Math.max(6 + before, Math.min(at.x + label.dx, width - 6 - (long - before)));
}
