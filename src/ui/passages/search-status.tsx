import whatIfSheet from '../analysis/what-if.css?url';
import { usePage } from '../page-context.ts';
import { useLaterWords } from '../use-later-words.ts';

/** How far the search for sea routes is, while there is one. */
export function SearchStatus() {
  const { state } = usePage();
  const say = useLaterWords().passages;
  const search = state.search.value;
  if (!search) return null;
  return (
    <>
      <link rel="stylesheet" href={whatIfSheet} />
      <div class="what-if">
        <p role="status">{(search.stop ? say.searching : say.working)(search.done, search.of)}</p>
        {search.stop && (
          <p class="what-if-ways">
            <button type="button" class="button" onClick={search.stop}>
              {say.stop}
            </button>
          </p>
        )}
      </div>
    </>
  );
}
