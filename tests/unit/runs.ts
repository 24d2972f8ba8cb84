/**
 * How many random cases a property is tried on: all of them in UTC, a quarter in the other zones, where nothing but the
 * zone is another.
 */
export const runs = (inUtc: number): number => (process.env.TZ === 'UTC' ? inUtc : Math.ceil(inUtc / 4));
