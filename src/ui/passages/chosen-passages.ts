import { readPassages } from '../../reach/passage-text.ts';
import { CLOSED_UNLESS_ASKED, type PassageId } from '../../reach/passages.ts';

/** What a text of the setting `passages` closes and opens of what is usual; null where it is wrong or changes nothing. */
export function chosenPassages(
  text: string,
): { readonly shut: readonly PassageId[]; readonly opened: readonly PassageId[] } | null {
  const read = readPassages(text);
  if ('error' in read) return null;
  const shut = read.closed.filter((id) => !CLOSED_UNLESS_ASKED.includes(id));
  const opened = CLOSED_UNLESS_ASKED.filter((id) => !read.closed.includes(id));
  return shut.length + opened.length > 0 ? { shut, opened } : null;
}
