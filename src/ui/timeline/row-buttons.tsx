import { change } from '../../state/state.ts';
import { SIZES } from '../../timeline/strips.ts';
import { usePage } from '../page-context.ts';
import type { TimelinePicture } from './timeline-layout.ts';

/** A button over each label: opens the evidence of its voyage. */
export function RowButtons({ picture }: { picture: TimelinePicture }) {
  const { state } = usePage();
  const { mode, frame, width } = picture;
  const { label } = SIZES[mode];
  return (
    <>
      {picture.rows.map(({ row, spoken, opens, ship, title }) => {
        const height = label > 0 ? 24 : Math.max(24, row.bottom - row.top + 4);
        const middle = label > 0 ? row.top - label / 2 - 2 : (row.top + row.bottom) / 2;
        return (
          <button
            key={`${row.kind} ${row.voyages[0]?.voyage.id}`}
            type="button"
            class="strip-pick"
            aria-label={spoken}
            aria-pressed={row.selected}
            title={`${ship} ${title}`}
            style={{
              left: label > 0 ? '2px' : '36px',
              width: `${label > 0 ? width - 4 : frame.x0 - 36 - 14}px`,
              top: `${middle - height / 2}px`,
              height: `${height}px`,
            }}
            onClick={() => {
              if (opens !== null) change(state, { selected: row.selected ? null : opens });
            }}
          />
        );
      })}
    </>
  );
}
