/** Exact moments, as files of tracks write them. */

/** A moment, and whether its zone had to be taken for UTC. */
export interface Instant {
  /** UTC ms. */
  readonly time: number;
  readonly zoneAssumed: boolean;
}

/** Numbers below this are seconds (it is the year 5138), those above milliseconds (it is March 1973). */
const MOST_SECONDS = 1e11;
/** Years that are written with four figures. */
const [FIRST, LAST] = [Date.parse('0000-01-01T00:00Z'), Date.parse('9999-12-31T23:59:59.999Z')];

const WRITTEN = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d(?::\d\d(?:\.\d+)?)?)\s*(Z|UTC|[+-]\d\d(?::?\d\d)?)?$/i;

/**
 * Reads a moment: RFC 3339, with a blank in place of the T, without a zone (then UTC), or Unix time in seconds or
 * milliseconds, which their size tells apart.
 *
 * @returns null for anything else, a day without a time of day among it: that is no moment
 */
export function readInstant(value: unknown): Instant | null {
  if (typeof value === 'number') return within(Math.abs(value) < MOST_SECONDS ? value * 1000 : value, false);
  const match = typeof value === 'string' ? WRITTEN.exec(value.trim()) : null;
  if (!match) return null;
  const [, day, clock, zone] = match;
  return within(Date.parse(`${day}T${clock}${zoneText(zone)}`), zone === undefined);
}

function zoneText(zone: string | undefined): string {
  if (zone === undefined || /^[zu]/i.test(zone)) return 'Z';
  const digits = zone.replace(':', '').slice(1).padEnd(4, '0');
  return `${zone[0]}${digits.slice(0, 2)}:${digits.slice(2)}`;
}

function within(time: number, zoneAssumed: boolean): Instant | null {
  const rounded = Math.round(time);
  return rounded >= FIRST && rounded <= LAST ? { time: rounded, zoneAssumed } : null;
}
