import { inLanguage } from '../../i18n/text.ts';
import type { PortMark } from '../../scene/map-marks.ts';
import { alongsideBriefly } from '../cards/port-card.tsx';
import { tellerOf } from '../cards/whereabouts-words.ts';
import { usePage } from '../page-context.ts';
import { NOTE_LINE, type Stage } from './map-marks.tsx';

/** Who is alongside, under the name of each port, where the map has no room for cards. */
export function PortNotes({ ports, stage }: { ports: readonly PortMark[]; stage: Stage }) {
  const teller = tellerOf(usePage());
  if (!teller) return null;
  return (
    <svg
      class="port-notes"
      viewBox={`0 0 ${stage.width} ${stage.height}`}
      preserveAspectRatio="xMidYMid slice"
      role="group"
      aria-label={teller.words.map.marks}
    >
      {ports.map((mark) => (
        <text
          key={mark.port.id}
          x={(mark.at.x + mark.label.dx).toFixed(1)}
          y={(mark.at.y + mark.label.dy + (mark.label.dy > 0 ? NOTE_LINE : 0)).toFixed(1)}
          text-anchor={mark.label.anchor}
        >
          <title>{inLanguage(mark.port.name, teller.lang)}</title>
          {alongsideBriefly(teller, mark.port)}
        </text>
      ))}
    </svg>
  );
}
