import { effect } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Consistency } from '../../analysis/consistency.ts';
import { mapGuest } from '../map/map-guest.ts';
import { usePage } from '../page-context.ts';
import { claimsDesk, markedPlaces } from './claims-desk.ts';
import { CONTRADICTIONS, POINTED_CLAIM } from './claims-on-map.tsx';
import type { WhatIfTeller } from './in-words.ts';

interface MarksProps {
  readonly teller: WhatIfTeller;
  readonly found: Consistency;
}

/** Marks on the map what the contradictions in the panel speak of, and the claim that is pointed at, for as long as they are shown. */
export function MarksOfClaims({ teller, found }: MarksProps) {
  const { state } = usePage();
  const { shown, assumed } = teller;
  // An answer that is old speaks of another case than the map.
  const onPage = state.case.value === shown;
  useEffect(() => {
    if (!onPage) return undefined;
    const [desk, guest] = [claimsDesk(state), mapGuest(state)];
    const stop = effect(() => {
      desk.marked.value = markedPlaces(shown.dataset, found.contradictions, assumed, desk.pointed.value);
      const quiet = desk.marked.value.length > 0 ? POINTED_CLAIM : null;
      guest.value = found.contradictions.length > 0 ? CONTRADICTIONS : quiet;
    });
    return () => {
      stop();
      desk.pointed.value = null;
      desk.marked.value = [];
      guest.value = null;
    };
  }, [state, shown, found, onPage]);
  return null;
}
