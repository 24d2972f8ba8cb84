import type { Teller } from '../teller.ts';
import { Answered } from './answered.tsx';
import { ClaimsFound } from './claims-found.tsx';
import { MarksOfClaims } from './marks-of-claims.tsx';
import { WhatCameOfIt } from './what-came-of-it.tsx';
import { WhatIfControls } from './what-if-controls.tsx';

/** Whether the claims can all be true together, and what would follow from others. */
export function ClaimsPart({ teller }: { teller: Teller }) {
  return (
    <>
      <Answered task="consistency" teller={teller}>
        {(found, told) => (
          <>
            <ClaimsFound teller={told} found={found} />
            <MarksOfClaims teller={told} found={found} />
          </>
        )}
      </Answered>
      <WhatCameOfIt teller={teller} />
      <WhatIfControls teller={teller} />
    </>
  );
}
