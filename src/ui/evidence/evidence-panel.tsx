import { useEffect, useRef } from 'preact/hooks';
import { laterIn } from '../../i18n/later-words.ts';
import { inLanguage } from '../../i18n/text.ts';
import type { VoyagePlan } from '../../model/plan.ts';
import { shipLook } from '../../scene/ship-look.ts';
import type { Case } from '../../state/case.ts';
import { change } from '../../state/state.ts';
import { ShipMark } from '../cards/ship-mark.tsx';
import { usePage, usePageId } from '../page-context.ts';
import { type Teller, tellerOf } from '../teller.ts';
import { ChainTable } from './chain-table.tsx';
import { Disagreements, Impossible } from './disagreements.tsx';
import { HowDrawn } from './how-drawn.tsx';
import { VoyageClaims } from './voyage-claims.tsx';
import { voyageTitle } from './voyage-title.ts';

/** The evidence for the selected voyage; a notice where there is no such voyage; nothing where none is selected. */
export function EvidencePanel({ onClose }: { onClose?: () => void }) {
  const page = usePage();
  const headingId = usePageId();
  const teller = tellerOf(page);
  const selected = page.state.settings.selected.value;
  if (!teller || selected === null) return null;
  const plan = teller.shown.voyage(selected);
  const close = onClose ?? (() => change(page.state, { selected: null }));
  return (
    <section class="panel" aria-labelledby={headingId}>
      <div class="panel-head">
        {plan ? (
          <Heading teller={teller} plan={plan} id={headingId} />
        ) : (
          <p class="panel-unknown" id={headingId}>
            {laterIn(teller.lang).evidence.unknown(selected)}
          </p>
        )}
        <CloseButton label={laterIn(teller.lang).evidence.close} onClose={close} />
      </div>
      {plan && <Body teller={teller} plan={plan} />}
    </section>
  );
}

/** Where the focus is in the panel as it closes, it goes back to what had it before: keys work only inside the page. */
function CloseButton({ label, onClose }: { label: string; onClose: () => void }) {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    const root = button.current?.getRootNode();
    if (!(root instanceof ShadowRoot || root instanceof Document)) return undefined;
    const opener = root.activeElement;
    return () => {
      // What had the focus is gone by now, and the browser has put it on the page as a whole.
      const lost = root.activeElement === null && document.activeElement === document.body;
      if (lost && opener instanceof HTMLElement && opener.isConnected) opener.focus();
    };
  }, []);
  return (
    <button ref={button} type="button" class="panel-close" aria-label={label} onClick={onClose}>
      <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">
        <path d="M2,2l10,10M12,2l-10,10" stroke="currentColor" stroke-width="1.7" />
      </svg>
    </button>
  );
}

function Heading({ teller, plan, id }: { teller: Teller; plan: VoyagePlan; id: string }) {
  const { shown, lang } = teller;
  const number = shipNumber(shown, plan);
  const name = inLanguage(shown.vessel(plan.voyage.vessel)?.name, lang);
  const look = shipLook(number, name);
  return (
    <div>
      <p class={`panel-ship kicker ship-${look.colour}`}>
        <ShipMark look={look} /> {name}
      </p>
      <h2 class="panel-title" id={id}>
        {laterIn(lang).evidence.voyage(voyageTitle(teller, plan.voyage))}
      </h2>
    </div>
  );
}

function Body({ teller, plan }: { teller: Teller; plan: VoyagePlan }) {
  const { shown, lang } = teller;
  const ship = shown.ships[shipNumber(shown, plan)];
  if (!ship) return null;
  const note = inLanguage(plan.voyage.note, lang);
  const drawnAt = ship.voyages.indexOf(plan);
  return (
    <div class="panel-body">
      {note && <p class="panel-note small quiet">{note}</p>}
      {plan.places.length > 1 && (
        <p class="panel-note small quiet">
          {laterIn(lang).evidence.drawnAs(drawnAt, plan.places, ship.voyages.length)}
        </p>
      )}
      {ship.tooManyOrders && <p class="panel-note small quiet">{laterIn(lang).evidence.tooManyOrders}</p>}
      {ship.contradictions
        .filter(({ voyages }) => voyages.includes(plan.voyage.id))
        .map((contradiction) => (
          <Impossible key={contradiction.voyages.join()} teller={teller} contradiction={contradiction} />
        ))}
      <ChainTable teller={teller} plan={plan} />
      <HowDrawn teller={teller} plan={plan} ship={ship} />
      <VoyageClaims teller={teller} voyage={plan.voyage} />
      <Disagreements teller={teller} voyage={plan.voyage} />
    </div>
  );
}

const shipNumber = (shown: Case, { voyage }: VoyagePlan): number =>
  shown.ships.findIndex((ship) => ship.vessel.id === voyage.vessel);
