import { useEffect, useRef } from 'preact/hooks';
import { DAY, HOUR } from '../../model/edtf.ts';
import type { Dataset } from '../../model/records.ts';
import { change, seek, step } from '../../state/state.ts';
import { SIZES } from '../../timeline/strips.ts';
import { snapped } from '../../timeline/time-scale.ts';
import { markBox } from '../../timeline/words-in-bands.ts';
import { nowSentence } from '../cards/whereabouts-words.ts';
import { useFollowing, usePage } from '../page-context.ts';
import { momentTellerOf } from '../teller.ts';
import { useLaterWords } from '../use-later-words.ts';
import { looseMarksOf } from './loose-sightings.tsx';
import type { TimelinePicture } from './timeline-layout.ts';

/** Width of the native thumb, px, as `timeline.css` has it: the box reaches half of it beyond the axis at both ends. */
const THUMB = 24;

/**
 * The native slider over the strips, with nothing to be seen of it: keys and assistive technology use it as any other;
 * a pointer seeks to exactly where it is. While time runs by itself its value stands still, so that nothing is read out.
 */
export function TimelineRange({ picture }: { picture: TimelinePicture }) {
  const page = usePage();
  const { state, words } = page;
  const input = useRef<HTMLInputElement>(null);
  const dragged = useRef(false);
  const told = useRef({ value: '', text: '' });
  const { scale, strips } = picture;
  const { sightings: say } = useLaterWords();
  const saying = useFollowing(() => {
    if (state.settings.playing.value && told.current.text !== '') return told.current;
    const teller = momentTellerOf(page);
    if (!teller) return told.current;
    if (state.crowd.value) {
      const of = state.among.value?.size ?? teller.shown.ships.length;
      const crowd = words.value.controls.crowd(state.underWay.value.length, of);
      told.current = {
        value: String(teller.t),
        text: words.value.timeline.value(teller.dates.moment(teller.t), [crowd]),
      };
      return told.current;
    }
    const ships = state.ships.value.map((ship) => nowSentence(teller, ship).replace(/\.$/, ''));
    const text = words.value.timeline.value(teller.dates.moment(teller.t), ships);
    told.current = { value: String(teller.t), text };
    return told.current;
  }, [page]);
  const value = useFollowing(() => saying.value.value, [saying]);
  const text = useFollowing(() => saying.value.text, [saying]);
  const momentAt = (event: PointerEvent | MouseEvent): number => {
    const left = input.current?.getBoundingClientRect().left ?? 0;
    return snapped(scale, scale.t(event.clientX - left + scale.x0 - THUMB / 2), HOUR);
  };
  const yAt = (event: MouseEvent): number =>
    event.clientY - (input.current?.getBoundingClientRect().top ?? 0) + strips.top;
  useEffect(() => {
    const element = input.current;
    // The browser would move the thumb by its own rules as well.
    const keep = (event: Event): void => event.preventDefault();
    element?.addEventListener('mousedown', keep);
    return () => element?.removeEventListener('mousedown', keep);
  }, []);
  return (
    <input
      ref={input}
      class="timeline-range"
      type="range"
      min={scale.axis.earliest}
      max={scale.axis.latest}
      step={HOUR}
      value={value}
      aria-label={words.value.controls.timeline}
      aria-valuetext={text}
      style={{
        left: `${scale.x0 - THUMB / 2}px`,
        width: `${scale.x1 - scale.x0 + THUMB}px`,
        top: `${strips.top}px`,
        height: `${strips.bottom - strips.top + 24}px`,
      }}
      onInput={(event) => {
        if (!dragged.current) seek(state, Number(event.currentTarget.value));
        else event.currentTarget.value = String(state.time.value);
      }}
      onKeyDown={(event) => {
        // After playing the native value may lag: keys go on from the moment shown.
        event.currentTarget.value = String(state.time.value);
        if (event.key !== 'PageUp' && event.key !== 'PageDown') return;
        event.preventDefault();
        step(state, event.key === 'PageUp' ? 7 : -7);
      }}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        dragged.current = true;
        event.currentTarget.setPointerCapture(event.pointerId);
        event.currentTarget.focus({ preventScroll: true });
        seek(state, momentAt(event));
      }}
      onPointerMove={(event) => {
        if (dragged.current) seek(state, momentAt(event));
        else
          event.currentTarget.title = titleAt(
            picture,
            scale.x(momentAtExactly(event, input.current, picture)),
            yAt(event),
            state.case.value?.dataset,
            say.loose,
          );
      }}
      onPointerUp={() => {
        dragged.current = false;
      }}
      onPointerCancel={() => {
        dragged.current = false;
      }}
      onDblClick={(event) => {
        const selected = voyageAt(picture, momentAt(event), yAt(event));
        if (selected !== null) change(state, { selected });
      }}
    />
  );
}

function momentAtExactly(event: MouseEvent, input: HTMLInputElement | null, { scale }: TimelinePicture): number {
  const left = input?.getBoundingClientRect().left ?? 0;
  return scale.t(event.clientX - left + scale.x0 - THUMB / 2);
}

/** A height of the picture as one of its rows, which may be scrolled; null where no row is seen. */
const rowHeight = ({ rowHeight }: TimelinePicture, y: number): number | null => (rowHeight ? rowHeight(y) : y);

/** What the sighting under the pointer showed; empty where there is none. `loose` says it of one tied to no voyage. */
function titleAt(
  picture: TimelinePicture,
  x: number,
  height: number,
  dataset: Dataset | undefined,
  loose: (seen: string) => string,
): string {
  const radius = SIZES[picture.mode].mark;
  const onAxis =
    dataset && looseMarksOf(picture, dataset).find((one) => Math.hypot(one.x - x, one.y - height) <= radius + 1);
  if (onAxis) return loose(picture.sightings.get(onAxis.sighting) ?? '');
  const y = rowHeight(picture, height);
  if (y === null) return '';
  const marks = picture.rows.flatMap(({ row }) => row.marks);
  const mark = marks.find((one) => {
    const box = markBox(one, radius);
    return x >= box.x0 && x <= box.x1 && y >= box.y0 && y <= box.y1;
  });
  return mark ? (picture.sightings.get(mark.sighting) ?? '') : '';
}

/** The voyage of the row at a height; in the strip of a whole ship the one with the narrowest band at the moment. */
function voyageAt(picture: TimelinePicture, t: number, height: number): string | null {
  const y = rowHeight(picture, height);
  if (y === null) return null;
  const one = picture.rows.find(({ row }) => y >= row.top - 4 && y <= row.bottom + 4);
  if (!one || picture.mode === 'compact') return null;
  if (one.row.kind === 'voyage') return one.opens;
  const bands = one.row.bands.filter(({ window }) => t >= window.earliest - DAY && t <= window.latest + DAY);
  const [narrowest] = bands.sort((a, b) => a.x2 - a.x1 - (b.x2 - b.x1));
  return narrowest?.voyage ?? null;
}
