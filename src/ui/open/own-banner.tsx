import { openIn } from '../../i18n/open-words.ts';
import { inLanguage } from '../../i18n/text.ts';
import type { OwnCase } from '../../state/open-address.ts';
import { showOwn } from '../../state/own-case.ts';
import { usePage } from '../page-context.ts';
import { FindingsList } from './findings-list.tsx';

/** Says that the case shown is the reader's own file and how much of it is shown, and gives the way back. */
export function OwnBanner({ own }: { own: OwnCase }) {
  const { state } = usePage();
  const lang = state.settings.lang.value;
  const { banner, result, ports } = openIn(lang);
  const before = inLanguage(own.before ?? undefined, lang);
  const { rows } = own;
  const dataset = own.case?.dataset;
  return (
    <section class="own-banner" aria-label={banner.label}>
      <p role="status">
        <b>{own.name}</b> {rows && result.rows(rows.shown, rows.shown + rows.leftOut, rows.leftOut)}
        {!rows && dataset && result.voyages(dataset.voyages.length, dataset.vessels.length)} {banner.private}{' '}
        {own.gazetteer && ports.credit}
      </p>
      <FindingsList name={own.name} findings={own.findings} count={own.findings.length} />
      <button type="button" class="button own-back" onClick={() => showOwn(state, null)}>
        <span>{before === '' ? banner.backPlain : banner.back(before)}</span>
      </button>
    </section>
  );
}
