import { laterIn } from '../../i18n/later-words.ts';
import { inLanguage } from '../../i18n/text.ts';
import type { Claim } from '../../model/records.ts';
import { usePage } from '../page-context.ts';
import { ClaimSources } from './claim-source.tsx';
import { senseInWords } from './count-sense.ts';

/** A claim that counts trips, with its source. */
export function CountingClaim({ claim }: { claim: Claim }) {
  const lang = usePage().state.settings.lang.value;
  return (
    <li>
      <p>
        <b>{capital(senseInWords(claim, laterIn(lang).counts))}.</b> {inLanguage(claim.text, lang)}
      </p>
      <ClaimSources claim={claim} />
    </li>
  );
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
