import type { ComponentChildren } from 'preact';
import { inLanguage } from '../../i18n/text.ts';
import { ClaimSources } from '../cards/claim-source.tsx';
import { ClaimHead } from '../evidence/voyage-claims.tsx';
import type { Teller } from '../teller.ts';
import { PointedCard } from './pointed-card.tsx';

interface ClaimCardProps {
  readonly teller: Teller;
  readonly id: string;
  readonly children?: ComponentChildren;
}

/** A claim with its kinds, grade and sources, narrow enough to stand beside another. */
export function ClaimCard({ teller, id, children }: ClaimCardProps) {
  const claim = teller.shown.claim(id);
  if (!claim) return null;
  return (
    <PointedCard statement={{ kind: 'claim', id }}>
      <ClaimHead claim={claim} teller={teller} />
      <p class="claim-text">{inLanguage(claim.text, teller.lang)}</p>
      <ClaimSources claim={claim} />
      {children}
    </PointedCard>
  );
}
