import { type Disagreement, denials, disagreements, voyageEvidence } from '../../evidence/disagreements.ts';
import { laterIn } from '../../i18n/later-words.ts';
import { inLanguage } from '../../i18n/text.ts';
import type { Claim, Voyage } from '../../model/records.ts';
import type { Why } from '../../model/voyage-network.ts';
import type { Contradiction } from '../../model/voyage-orders.ts';
import { ClaimSources } from '../cards/claim-source.tsx';
import { sightingInWords } from '../cards/port-card.tsx';
import { portName, type Teller } from '../teller.ts';
import { voyageTitle } from './voyage-title.ts';

/** What contradicts the claims of a voyage, then those of its ship, then of the rest of the case; each pair once. */
export function Disagreements({ teller, voyage }: { teller: Teller; voyage: Voyage }) {
  const { dataset } = teller.shown;
  const evidence = laterIn(teller.lang).evidence;
  const { claimIds } = voyageEvidence(dataset, voyage);
  const ofVoyage = disagreements(dataset, claimIds);
  const vessel = teller.shown.vessel(voyage.vessel);
  const shipIds = new Set((vessel?.claims ?? []).filter((id) => !claimIds.has(id)));
  const ofShip = without(disagreements(dataset, shipIds), ofVoyage);
  const allIds = new Set(dataset.claims.map((claim) => claim.id));
  const rest = without(disagreements(dataset, allIds), [...ofVoyage, ...ofShip]);
  const denied = denials(dataset, claimIds);
  const deniedElsewhere = denials(dataset, allIds).filter((claim) => !denied.includes(claim));
  const elsewhere = rest.reduce((sum, { against }) => sum + against.length, deniedElsewhere.length);
  if (ofVoyage.length + ofShip.length + denied.length + elsewhere === 0) return null;
  return (
    <section class="disagree small">
      <h3 class="kicker">{evidence.disagree}</h3>
      <Pairs teller={teller} pairs={ofVoyage} />
      {denied.map((claim) => (
        <Account key={claim.id} teller={teller} claim={claim} head={evidence.denied} />
      ))}
      {ofShip.length > 0 && <h4>{evidence.disagreeOfShip(inLanguage(vessel?.name, teller.lang))}</h4>}
      <Pairs teller={teller} pairs={ofShip} />
      {elsewhere > 0 && (
        <details>
          <summary>{evidence.disagreeElsewhere(elsewhere)}</summary>
          {deniedElsewhere.map((claim) => (
            <Account key={claim.id} teller={teller} claim={claim} head={evidence.denied} />
          ))}
          <Pairs teller={teller} pairs={rest} />
        </details>
      )}
    </section>
  );
}

/** Pairs that other lists do not hold, whichever way round. */
function without(pairs: readonly Disagreement[], told: readonly Disagreement[]): Disagreement[] {
  const key = (a: Claim, b: Claim): string => [a.id, b.id].sort().join(' ');
  const known = new Set(told.flatMap(({ claim, against }) => against.map((other) => key(claim, other))));
  return pairs.flatMap(({ claim, against }) => {
    const left = against.filter((other) => !known.has(key(claim, other)));
    return left.length > 0 ? [{ claim, against: left }] : [];
  });
}

function Pairs({ teller, pairs }: { teller: Teller; pairs: readonly Disagreement[] }) {
  const evidence = laterIn(teller.lang).evidence;
  return (
    <>
      {pairs.map(({ claim, against }) => (
        <div key={claim.id} class="disagree-pair">
          <Account teller={teller} claim={claim} head={evidence.says} />
          <div>
            {against.map((other, at) => (
              <Account key={other.id} teller={teller} claim={other} head={at === 0 ? evidence.against : ''} />
            ))}
          </div>
        </div>
      ))}
    </>
  );
}

function Account({ teller, claim, head }: { teller: Teller; claim: Claim; head: string }) {
  return (
    <div class="disagree-account">
      <p>
        {head && <b>{head}: </b>}
        {inLanguage(claim.text, teller.lang)}
      </p>
      <ClaimSources claim={claim} />
    </div>
  );
}

/** Claims and assumptions that cannot all hold, so that no schedule of these voyages fits. */
export function Impossible({ teller, contradiction }: { teller: Teller; contradiction: Contradiction }) {
  const { ships } = teller.words;
  const evidence = laterIn(teller.lang).evidence;
  const voyages = contradiction.voyages.map((id) => voyageOf(teller, id));
  const reasons = [...new Set(contradiction.bounds.map(({ why }) => reasonInWords(teller, why)))];
  return (
    <section class="disagree impossible small">
      <h3 class="kicker">{evidence.impossible}</h3>
      <p>{evidence.impossibleNote(ships.and(voyages))}</p>
      <ul class="impossible-reasons">
        {reasons.map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
      {contradiction.claims.map((id) => {
        const claim = teller.shown.claim(id);
        return claim && <Account key={id} teller={teller} claim={claim} head="" />;
      })}
    </section>
  );
}

function reasonInWords(teller: Teller, why: Why): string {
  const { bound } = laterIn(teller.lang).evidence;
  if (why.kind === 'window') return bound.window;
  if (why.kind === 'order') return bound.order(voyageOf(teller, why.first), voyageOf(teller, why.next));
  if (why.kind !== 'sighting') return bound[why.kind](voyageOf(teller, why.voyage));
  const sighting = teller.shown.dataset.sightings.find((one) => one.id === why.sighting);
  if (!sighting) return bound.sighting(why.sighting);
  const { dates } = teller;
  const where = `${portName(teller, sighting.port)}, ${dates.cited(sighting.date)}`;
  return bound.sighting(`${where}, ${sightingInWords(teller, sighting)}`);
}

function voyageOf(teller: Teller, id: string): string {
  const plan = teller.shown.voyage(id);
  return plan ? voyageTitle(teller, plan.voyage) : id;
}
