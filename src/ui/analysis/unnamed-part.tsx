import { usePage } from '../page-context.ts';
import type { Teller } from '../teller.ts';
import { Answered } from './answered.tsx';
import { UnnamedFound } from './unnamed-found.tsx';
import { WhatCameOfIt } from './what-came-of-it.tsx';

/** Which port calls the unnamed ships may belong to; one can be tried. */
export function UnnamedPart({ teller }: { teller: Teller }) {
  const { whatIf } = usePage().state;
  const told = { ...teller, assumed: whatIf.value?.assumed ?? [] };
  return (
    <>
      <Answered task="unnamed" teller={told}>
        {(found, of) => <UnnamedFound teller={of} found={found} />}
      </Answered>
      <WhatCameOfIt teller={told} />
    </>
  );
}
