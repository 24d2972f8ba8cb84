import { laterIn } from '../../i18n/later-words.ts';
import { inLanguage } from '../../i18n/text.ts';
import type { Port } from '../../model/records.ts';
import { Following } from '../following.tsx';
import { type Page, useFollowing, usePage } from '../page-context.ts';

export const PORT_CARD = { width: 232, height: 104 };

/** Ships that are named at most; the rest are counted. */
const NAMED = 4;

/** A port of many: how many ships can lie there now, and the first of them by name. */
export function FleetPortCard({ port, onClose }: { port: Port; onClose: () => void }) {
  const page = usePage();
  const lang = page.state.settings.lang.value;
  const who = useFollowing(() => whoIsThere(page, port), [page, port]);
  const name = inLanguage(port.name, lang);
  const { close } = page.words.value.controls;
  return (
    <section class="port-card card small" aria-label={name}>
      <p class="fleet-port-head">
        <span>
          <b class="port-card-name">{name}</b> <span class="quiet">{inLanguage(port.country, lang)}</span>
        </span>
        <button type="button" class="button" aria-label={close} title={close} onClick={onClose}>
          ×
        </button>
      </p>
      <p>
        <Following text={who} />
      </p>
    </section>
  );
}

function whoIsThere({ state }: Page, port: Port): string {
  const shown = state.case.value;
  const among = state.among.value;
  const lang = state.settings.lang.value;
  const { fleet } = laterIn(lang);
  const there = [...(shown?.fleet?.inPort(port.id, state.time.value) ?? [])].flatMap((number) => {
    const plan = shown?.ships[number];
    return plan && among?.has(plan) !== false ? plan : [];
  });
  if (there.length === 0) return fleet.nobody;
  const names = there.slice(0, NAMED).map(({ vessel }) => inLanguage(vessel.name, lang));
  const more = there.length > NAMED ? [fleet.more(there.length - NAMED)] : [];
  return `${fleet.inPort(there.length)} ${[...names, ...more].join(', ')}`;
}
