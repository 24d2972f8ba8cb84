import { DEFAULT_ASSUMPTIONS } from '../model/assumptions.ts';
import type { Assumed, Assumptions } from '../model/records.ts';
import { checked, isObject, reportUnknown } from './check.ts';
import { quote, type Report, type Spot, within } from './problem.ts';
import { assumptions as schema } from './schema.ts';

/**
 * The assumptions of a case: its own where it states them, else the defaults. A usual figure
 * outside its bound is moved to the bound, and the reason printed with it says so.
 *
 * @param stated the field `assumptions` of the file, or undefined
 */
export function settleAssumptions(stated: unknown, spot: Spot, report: Report): Assumptions {
  if (stated !== undefined && !isObject(stated)) {
    report(spot, `found ${quote(stated)}, so the defaults are used`, 'an object of assumptions');
  }
  const given = isObject(stated) ? stated : {};
  const names = Object.keys(schema.entries);
  for (const key of Object.keys(given)) {
    if (key !== '$comment' && !names.includes(key)) reportUnknown(key, names, spot, report);
  }
  const take = (name: keyof Assumptions): Assumed => {
    if (!Object.hasOwn(given, name)) return DEFAULT_ASSUMPTIONS[name];
    const own = checked(schema.entries[name].wrapped, given[name], within(spot, name), report, 'the default is used');
    return own ?? DEFAULT_ASSUMPTIONS[name];
  };
  const greatestSpeed = take('greatestSpeed');
  const leastStay = take('leastStay');
  let usualSpeed = take('usualSpeed');
  let usualStay = take('usualStay');
  if (usualSpeed.value > greatestSpeed.value) {
    if (Object.hasOwn(given, 'usualSpeed')) {
      report(within(spot, 'usualSpeed'), 'it is above greatestSpeed, so that is used', 'at most greatestSpeed');
    }
    usualSpeed = { value: greatestSpeed.value, reason: 'The greatest speed, which is below the usual one.' };
  }
  if (usualStay.value < leastStay.value) {
    if (Object.hasOwn(given, 'usualStay')) {
      report(within(spot, 'usualStay'), 'it is below leastStay, so that is used', 'at least leastStay');
    }
    usualStay = { value: leastStay.value, reason: 'The least stay, which is above the usual one.' };
  }
  return { greatestSpeed, usualSpeed, leastStay, usualStay, approximate: take('approximate') };
}
