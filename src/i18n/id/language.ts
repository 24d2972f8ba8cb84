/** Everything the page says, in Indonesian. */
import { idAnalysis } from './analysis.ts';
import { idLater } from './later.ts';
import { idOpen } from './open.ts';
import { idPage } from './page.ts';
import { idRetellings } from './retellings.ts';

export const language = {
  page: idPage,
  later: idLater,
  open: idOpen,
  analysis: idAnalysis,
  retellings: idRetellings,
};
