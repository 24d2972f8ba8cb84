import type { Teller } from '../teller.ts';
import { Answered } from './answered.tsx';
import { UnnamedFound } from './unnamed-found.tsx';
import { WhatCameOfIt } from './what-came-of-it.tsx';

/** Which port calls the unnamed ships may belong to; one can be tried. */
export function UnnamedPart({ teller }: { teller: Teller }) {
  return (
    <>
      <Answered task="unnamed" teller={teller}>
        {(found, told) => <UnnamedFound teller={told} found={found} />}
      </Answered>
      <WhatCameOfIt teller={teller} />
    </>
  );
}
