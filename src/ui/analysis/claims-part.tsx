import { usePage } from '../page-context.ts';
import type { Teller } from '../teller.ts';
import { Answered } from './answered.tsx';
import { ClaimsFound } from './claims-found.tsx';
import { WhatCameOfIt } from './what-came-of-it.tsx';
import { WhatIfControls } from './what-if-controls.tsx';

/** Whether the claims can all be true together, and what would follow from others. */
export function ClaimsPart({ teller }: { teller: Teller }) {
  const { whatIf } = usePage().state;
  const told = { ...teller, assumed: whatIf.value?.assumed ?? [] };
  return (
    <>
      <Answered task="consistency" teller={told}>
        {(found, of) => <ClaimsFound teller={of} found={found} />}
      </Answered>
      <WhatCameOfIt teller={told} />
      <WhatIfControls teller={teller} />
    </>
  );
}
