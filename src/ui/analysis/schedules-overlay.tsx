/** Outcomes and day shares on the page's own timeline, under the same axis. */
import type { ReadonlySignal } from '@preact/signals-core';
import type { ShipAnswer } from '../../analysis/ship-schedules.ts';
import { analysisIn } from '../../i18n/analysis-words.ts';
import { usePageId } from '../page-context.ts';
import type { TimelinePicture } from '../timeline/timeline-layout.ts';
import type { TimelineOverlay } from '../timeline/timeline-overlay.ts';
import { OutcomeLines } from './outcome-lines.tsx';
import { PlacePatterns, ShareBand } from './share-band.tsx';

/** Height of a band of shares, px, and the room around it. */
const BAND = 15;
const ABOVE = 8;

/**
 * The overlay for an answer.
 *
 * @param at number of the outcome shown, from 0
 */
export function schedulesOverlay(
  answer: readonly ShipAnswer[],
  at: ReadonlySignal<number>,
  lang: string,
): TimelineOverlay {
  function Draw({ picture }: { picture: TimelinePicture }) {
    const prefix = usePageId();
    const { frame, strips, rows, scale, mode } = picture;
    return (
      <g class="outcomes">
        {answer.map((ship, number) => {
          if (!ship.possible) return null;
          const own = rows.filter(({ row }) => row.vessel === ship.vessel);
          const group = strips.groups.find(({ vessel }) => vessel === ship.vessel);
          const colour = own[0]?.look.colour ?? 0;
          const id = `${prefix}-${number}`;
          return (
            <g key={ship.vessel} class={`ship-${colour}`}>
              {own.map(({ row }) => (
                <OutcomeLines
                  key={row.top}
                  outcomes={ship.outcomes}
                  at={at.value}
                  voyages={row.voyages.map(({ voyage }) => voyage)}
                  scale={scale}
                  strips={row.strips}
                  bottom={row.bottom}
                />
              ))}
              {mode === 'left' && group && (
                <>
                  <PlacePatterns prefix={id} colour={colour} shares={ship.shares} />
                  <ShareBand ship={ship} scale={scale} top={group.bottom + ABOVE} height={BAND} prefix={id} />
                  <text
                    class="share-label"
                    x={(frame.x0 - 8).toFixed(1)}
                    y={group.bottom + ABOVE + 11}
                    text-anchor="end"
                  >
                    {analysisIn(lang).schedules.sharesLabel}
                  </text>
                </>
              )}
            </g>
          );
        })}
      </g>
    );
  }
  return { under: BAND + 5, Draw };
}
