import type { ComponentChildren } from 'preact';
import { voyageEvidence } from '../../evidence/disagreements.ts';
import { laterIn } from '../../i18n/later-words.ts';
import { inLanguage } from '../../i18n/text.ts';
import type { Claim, Sighting, Voyage } from '../../model/records.ts';
import { ClaimSources } from '../cards/claim-source.tsx';
import { portName, type Teller } from '../teller.ts';

/** The sightings tied to a voyage, then the other claims it rests on. */
export function VoyageClaims({ teller, voyage }: { teller: Teller; voyage: Voyage }) {
  const evidence = laterIn(teller.lang).evidence;
  const { sightings, claims } = voyageEvidence(teller.shown.dataset, voyage);
  return (
    <section class="claims">
      <h3 class="unseen">{evidence.claims}</h3>
      {sightings.length + claims.length === 0 && <p class="small quiet">{evidence.noClaims}</p>}
      <ul>
        {sightings.map((sighting) => (
          <SightingItem key={sighting.id} teller={teller} sighting={sighting} />
        ))}
        {claims.map((claim) => (
          <li key={claim.id}>
            <WholeClaim claim={claim} teller={teller} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** A sighting with the claims it rests on, and how firmly it is tied to the voyage. */
function SightingItem({ teller, sighting }: { teller: Teller; sighting: Sighting }) {
  const { shown, dates, lang } = teller;
  const when = `${dates.cited(sighting.date)}, ${portName(teller, sighting.port)}`;
  const claims = sighting.claims.flatMap((id) => shown.claim(id) ?? []);
  return (
    <li>
      {claims.length === 0 && (
        <p class="claim-text">
          <b>{when}.</b> {inLanguage(sighting.text, lang)}
        </p>
      )}
      {claims.map((claim, at) => (
        <div key={claim.id}>
          <ClaimHead claim={claim} teller={teller} />
          <ClaimBody claim={claim} when={at === 0 ? when : ''} teller={teller} />
        </div>
      ))}
      {sighting.vessel === null && <p class="claim-doubt">{laterIn(lang).evidence.tiedByInference}</p>}
      {!sighting.binds && <p class="claim-doubt">{laterIn(lang).evidence.bindsNot}</p>}
    </li>
  );
}

/** The kinds of a claim, its id, and how it is graded. */
export function ClaimHead({ claim, teller }: { claim: Claim; teller: Teller }) {
  const evidence = laterIn(teller.lang).evidence;
  return (
    <p class="claim-head">
      <span class="claim-kinds">
        {claim.kinds.map((kind) => (
          <span key={kind} class={`claim-kind claim-${kind}`}>
            {evidence.kinds[kind]}
          </span>
        ))}
      </span>
      <span class="claim-confidence quiet">
        {evidence.idAnd(
          claim.id,
          claim.confidence ? evidence.confidence(claim.confidence) : '',
          evidence.grade(claim.reliability ?? '', String(claim.credibility ?? '')),
        )}
      </span>
    </p>
  );
}

/** A claim with all that the case has of it; what is said of it stands before its text. */
export function WholeClaim({
  claim,
  teller,
  children,
}: {
  claim: Claim;
  teller: Teller;
  children?: ComponentChildren;
}) {
  return (
    <>
      <ClaimHead claim={claim} teller={teller} />
      {children}
      <ClaimBody claim={claim} when={claim.date === undefined ? '' : teller.dates.cited(claim.date)} teller={teller} />
    </>
  );
}

function ClaimBody({ claim, when, teller }: { claim: Claim; when: string; teller: Teller }) {
  const note = inLanguage(claim.note, teller.lang);
  return (
    <>
      <p class="claim-text">
        {when && <b>{when}. </b>}
        {inLanguage(claim.text, teller.lang)}
      </p>
      {note && <p class="claim-note quiet">{note}</p>}
      <ClaimSources claim={claim} />
    </>
  );
}
