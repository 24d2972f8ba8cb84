import { type PortNow, portNow } from '../../evidence/port-now.ts';
import { laterIn } from '../../i18n/later-words.ts';
import { inLanguage } from '../../i18n/text.ts';
import type { Port, Sighting } from '../../model/records.ts';
import { Following } from '../following.tsx';
import { type Page, useFollowing, usePage } from '../page-context.ts';
import { type MomentTeller, momentTellerOf, portName, type Teller, tellerOf } from '../teller.ts';

/** A port: its names, who may be alongside now, and what was seen here before and after. */
export function PortCard({ port }: { port: Port }) {
  const page = usePage();
  const now = useFollowing(() => nowAt(page, port), [page, port]);
  const whom = useFollowing(() => now.value.alongside, [now]);
  const what = useFollowing(() => now.value.seen, [now]);
  const teller = tellerOf(page);
  if (!teller) return null;
  const { lang } = teller;
  const name = portName(teller, port.id);
  const quiet = [
    inLanguage(port.country, lang),
    port.positionErrorKm === undefined
      ? ''
      : laterIn(lang).ports.berthWithin(port.positionErrorKm.toLocaleString(lang)),
  ];
  return (
    <section class="port-card card small" aria-label={name}>
      <p>
        <b class="port-card-name">{name}</b>{' '}
        <span class="quiet">
          <OtherNames port={port} name={name} />
          {quiet.filter((text) => text !== '').join(' · ')}
        </span>
      </p>
      <p>
        <b>{laterIn(lang).ports.alongside}</b> <Following text={whom} />
      </p>
      <p class="quiet">
        <Following text={what} />
      </p>
    </section>
  );
}

function nowAt(page: Page, port: Port): { readonly alongside: string; readonly seen: string } {
  const teller = momentTellerOf(page);
  if (!teller) return { alongside: '', seen: '' };
  const now = portNow(teller.shown.dataset, teller.situations, teller.t, port.id);
  return { alongside: alongside(teller, now), seen: seenLine(teller, now) };
}

/** Its names in the other languages of the data, each once. */
function OtherNames({ port, name }: { port: Port; name: string }) {
  if (typeof port.name === 'string') return null;
  const others = Object.entries(port.name).filter(
    ([lang, text], at, all) => text !== name && all.findIndex(([, same]) => same === text) === at && lang !== '',
  );
  return (
    <>
      {others.map(([lang, text]) => (
        <span key={lang}>
          <span lang={lang}>{text}</span> ·{' '}
        </span>
      ))}
    </>
  );
}

function alongside(teller: MomentTeller, { certain, possible, open }: PortNow): string {
  const { ships } = teller.words;
  const { ports } = laterIn(teller.lang);
  const name = (id: string): string => inLanguage(teller.shown.vessel(id)?.name, teller.lang);
  if (certain.length > 0) {
    const also = possible.length > 0 ? ` ${ports.alsoPossible(ships.or(possible.map(name)))}` : '';
    return `${ports.certain(ships.and(certain.map(name)))}${also}`;
  }
  if (possible.length > 0) return ports.possible(ships.or(possible.map(name)));
  return open ? ports.noReport : ports.nobody;
}

/** Who is alongside, in two or three words, for where there is no room for a card. */
export function alongsideBriefly(teller: MomentTeller, port: Port): string {
  const { brief } = laterIn(teller.lang).ports;
  const { certain, possible, open } = portNow(teller.shown.dataset, teller.situations, teller.t, port.id);
  const name = (id: string): string => inLanguage(teller.shown.vessel(id)?.name, teller.lang);
  if (certain.length > 0) return brief.certain(teller.words.ships.and(certain.map(name)));
  if (possible.length > 0) return brief.possible;
  return open ? brief.noReport : brief.nobody;
}

/** The nearest sighting in time: one that is under way, else the nearer of the last and the next. */
function seenLine(teller: MomentTeller, { last, during, next }: PortNow): string {
  const { ports } = laterIn(teller.lang);
  const told = (say: (date: string, what: string) => string, sighting: Sighting): string =>
    say(teller.dates.cited(sighting.date), sightingInWords(teller, sighting));
  if (during) return told(ports.during, during);
  if (last && (!next || teller.t - last.latest <= next.earliest - teller.t)) return told(ports.lastSeen, last.sighting);
  return next ? told(ports.nextSeen, next.sighting) : ports.neverSeen;
}

/** What was seen, in the words of the data; else the ship's name, or that it had none. */
export function sightingInWords({ shown, lang }: Teller, { text, vessel, what }: Sighting): string {
  if (text !== undefined) return inLanguage(text, lang);
  if (vessel !== null) return inLanguage(shown.vessel(vessel)?.name, lang);
  const { ports } = laterIn(lang);
  return what === 'ship' ? ports.ship : ports.cargo;
}
