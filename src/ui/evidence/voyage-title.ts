import { inLanguage } from '../../i18n/text.ts';
import type { Voyage } from '../../model/records.ts';
import { portName, type Teller } from '../teller.ts';

/** A voyage's title in the page's language; else the ports it calls at. */
export function voyageTitle(teller: Teller, { title, legs }: Voyage): string {
  if (title !== undefined) return inLanguage(title, teller.lang);
  const ports = [legs[0]?.from, ...legs.map((leg) => leg.to)];
  return ports.flatMap((port) => (port === undefined ? [] : [portName(teller, port)])).join(' – ');
}
