import type { Assumptions } from './records.ts';

/**
 * What is assumed where a case states nothing itself. General figures for small cargo ships;
 * each is shown with its reason, and a case may replace any of them.
 */
export const DEFAULT_ASSUMPTIONS: Assumptions = {
  greatestSpeed: {
    value: 16,
    reason: 'Few general cargo ships can hold more than 16 knots, so no passage is taken to be faster.',
  },
  usualSpeed: {
    value: 12,
    reason: 'A common service speed of a coastal cargo ship; it only draws the illustrative schedule.',
  },
  leastStay: {
    value: 12,
    reason: 'Berthing and working any real amount of cargo is taken to need at least half a day.',
  },
  usualStay: {
    value: 48,
    reason: 'Two days alongside, a common length of a call; it only draws the illustrative schedule.',
  },
  approximate: {
    value: 5,
    reason: '"~" has no standard width; it is read as five days either way, so mid-month means the 10th to the 20th.',
  },
};
