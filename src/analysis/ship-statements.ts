/**
 * What the records say of one ship, taken apart into statements that can be switched off one by
 * one, and the assumptions beside them: the material that contradictions are made of.
 */
import { HOUR } from '../model/edtf.ts';
import type { Assumptions, Dataset, Voyage } from '../model/records.ts';
import type { Bound } from '../model/temporal-network.ts';
import {
  arrival,
  departure,
  lastSeen,
  orderBounds,
  orderWhy,
  voyageBounds,
  type Ways,
  type Why,
} from '../model/voyage-network.ts';
import { someOrder } from './some-order.ts';
import { spanOf, type VoyageSpan } from './voyage-span.ts';
import { voyageClaims } from './what-if.ts';

/** A claim; a sighting or a voyage of the file that cites none and so stands for itself; or the trips that a reader adds to a vessel. */
export interface Statement {
  readonly kind: 'claim' | 'sighting' | 'voyage' | 'trips';
  readonly id: string;
}

/**
 * What is assumed beside the statements. `greatestSpeed`: a passage takes time. `leastStay`: so does a port call.
 * `approximate`: how far "~" reaches. `window`: the voyages lie within the case's period. `order`: one voyage at a time.
 */
export const ASSUMED_PARTS = ['greatestSpeed', 'leastStay', 'approximate', 'window', 'order'] as const;
export type AssumedPart = (typeof ASSUMED_PARTS)[number];

/** Some of a ship's statements and assumptions. */
export interface Selection {
  has(statement: Statement): boolean;
  readonly assumed: ReadonlySet<AssumedPart>;
}

export interface ShipStatements {
  readonly vessel: string;
  readonly voyages: readonly Voyage[];
  readonly statements: readonly Statement[];
  /** Whether all of a selection can be true together; undefined where there are too many orders to tell. */
  holds(selection: Selection): boolean | undefined;
  /** The voyages that a selection leaves standing. */
  standing(selection: Selection): readonly Voyage[];
  /** What a selection says of voyages in this order, or of each by itself where `order` is not assumed. */
  bounds(selection: Selection, order: readonly Voyage[]): Bound<Why>[];
  /** Whether a selection says that `next` came after `first`. */
  ordered(selection: Selection, first: Voyage, next: Voyage): boolean;
  /** Steps that `holds` took so far, of about a microsecond each. */
  work(): number;
}

/** A text that tells statements apart. */
export const statementKey = ({ kind, id }: Statement): string => `${kind} ${id}`;

/**
 * Takes the records of one ship apart.
 *
 * A record that cites several claims stands while one of them does; a voyage also while a claim of one of its legs
 * does; a leg that cites none rests on the claims of its voyage. Without greatest speed a passage takes no time, without
 * a least stay a call takes none, and a date with "~" then says nothing on the sides where it is widened. A published
 * track that is faster than the greatest speed keeps shortening its passage, so that fewer statements never say more.
 *
 * @param voyages of the ship
 * @param assumed ids of voyages that a reader added (`applyWhatIf`): together they are one statement
 */
export function shipStatements(
  dataset: Dataset,
  ways: Ways,
  voyages: readonly Voyage[],
  assumed: readonly string[] = [],
): ShipStatements {
  const supports = supportsOf(dataset, new Set(assumed));
  let steps = 0;
  const mine = new Map(voyages.flatMap((voyage) => supports.all(voyage)).map((one) => [statementKey(one), one]));
  const variants = new Map<string, Variant>();
  const variant = (assumed: ReadonlySet<AssumedPart>): Variant => {
    const key = FREED.map((part) => (assumed.has(part) ? 1 : 0)).join('');
    const known = variants.get(key) ?? makeVariant(freed(dataset, assumed), ways);
    variants.set(key, known);
    return known;
  };
  const any = (selection: Selection, statements: readonly Statement[]): boolean =>
    statements.some((statement) => selection.has(statement));
  const told =
    (selection: Selection) =>
    ({ why }: Bound<Why>): boolean => {
      if (why.kind === 'window') return selection.assumed.has('window');
      const support = supports.of(why);
      return support === null || any(selection, support);
    };
  const standing = (selection: Selection): Voyage[] =>
    voyages.filter((voyage) => any(selection, supports.existence(voyage)));
  const ordered = (selection: Selection, first: Voyage, next: Voyage): boolean =>
    next.after.includes(first.id) && any(selection, supports.order(next));

  const seenLast = new Map(voyages.map((voyage) => [voyage, endEvents(dataset, voyage)]));
  const ends = (voyage: Voyage): readonly string[] => seenLast.get(voyage) ?? [];
  const spans = new Map<string, VoyageSpan | null>();
  const span = (selection: Selection, voyage: Voyage): VoyageSpan | null => {
    const bounds = variant(selection.assumed).alone(voyage);
    const kept = bounds.map(told(selection));
    const key = `${variant(selection.assumed).id} ${voyage.id} ${kept.map(Number).join('')}`;
    const known = spans.get(key);
    if (known !== undefined) return known;
    const made = spanOf(bounds.filter((_, at) => kept[at]));
    spans.set(key, made);
    return made;
  };
  const bounds = (selection: Selection, order: readonly Voyage[]): Bound<Why>[] => {
    const { alone, between, least } = variant(selection.assumed);
    const inOrder = selection.assumed.has('order');
    return order.flatMap((next, at) => {
      const first = order[at - 1];
      const own = alone(next).filter(told(selection));
      if (inOrder) return first ? [...own, ...between(first, next).filter(told(selection))] : own;
      const before = order.filter((one) => ordered(selection, one, next));
      return [...own, ...before.map((one) => follows(one, next, least))];
    });
  };
  return {
    vessel: voyages[0]?.vessel ?? '',
    voyages,
    statements: [...mine.values()],
    standing,
    ordered,
    bounds,
    work: () => steps,
    holds(selection) {
      const left = standing(selection);
      steps += SPAN_STEPS * left.length;
      const made = left.map((voyage) => span(selection, voyage));
      if (made.includes(null)) return false;
      if (!selection.assumed.has('order')) return spanOf(bounds(selection, left)) !== null;
      const place = (at: number): Voyage => left[at] as Voyage;
      const { between } = variant(selection.assumed);
      const links = left.map((): (readonly Bound<Why>[])[] => []);
      const order = someOrder({
        spans: made as VoyageSpan[],
        start: (at) => departure(place(at).id, 0),
        ends: (at) => ends(place(at)),
        links(first, next) {
          const row = links[first] as (readonly Bound<Why>[])[];
          row[next] ??= between(place(first), place(next)).filter(told(selection));
          return row[next];
        },
        earlier: (next) => [...left.keys()].filter((first) => ordered(selection, place(first), place(next))),
        stepped: () => {
          steps++;
        },
      });
      return order === undefined ? undefined : order !== null;
    },
  };
}

/** What working out the span of a voyage takes, in steps. */
const SPAN_STEPS = 20;

/** The assumptions that are figures. */
const FREED = ['greatestSpeed', 'leastStay', 'approximate'] as const;

/** Figures that rule nothing out. */
const FREE: Readonly<Record<(typeof FREED)[number], number>> = {
  greatestSpeed: Infinity,
  leastStay: 0,
  approximate: Infinity,
};

function freed(dataset: Dataset, assumed: ReadonlySet<AssumedPart>): Dataset {
  const figures = FREED.filter((part) => !assumed.has(part)).map((part) => [part, { value: FREE[part], reason: '' }]);
  return {
    ...dataset,
    assumptions: { ...dataset.assumptions, ...(Object.fromEntries(figures) as Partial<Assumptions>) },
  };
}

interface Variant {
  readonly id: string;
  /** Least stay, ms. */
  readonly least: number;
  alone(voyage: Voyage): readonly Bound<Why>[];
  between(first: Voyage, next: Voyage): readonly Bound<Why>[];
}

function makeVariant(dataset: Dataset, ways: Ways): Variant {
  const alone = new Map<Voyage, readonly Bound<Why>[]>();
  const between = new Map<string, readonly Bound<Why>[]>();
  const { greatestSpeed, leastStay, approximate } = dataset.assumptions;
  return {
    id: [greatestSpeed, leastStay, approximate].map(({ value }) => value).join(),
    least: leastStay.value * HOUR,
    alone(voyage) {
      const known = alone.get(voyage) ?? voyageBounds(dataset, ways, voyage);
      alone.set(voyage, known);
      return known;
    },
    between(first, next) {
      const key = JSON.stringify([first.id, next.id]);
      const known = between.get(key) ?? orderBounds(dataset, ways, first, next);
      between.set(key, known);
      return known;
    },
  };
}

/** Events of a voyage that the next one of the ship has to wait for. */
export const endEvents = (dataset: Dataset, { id, legs }: Voyage): readonly string[] => [
  arrival(id, legs.length - 1),
  ...dataset.sightings.filter((one) => one.voyage === id && one.call === legs.length).map((one) => lastSeen(one.id)),
];

const follows = (first: Voyage, next: Voyage, least: number): Bound<Why> => ({
  from: arrival(first.id, first.legs.length - 1),
  to: departure(next.id, 0),
  least,
  why: orderWhy(first, next),
});

const claim = (id: string): Statement => ({ kind: 'claim', id });

function supportsOf(dataset: Dataset, assumed: ReadonlySet<string>) {
  const orSelf = (claims: readonly string[], self: Statement): readonly Statement[] =>
    claims.length > 0 ? claims.map(claim) : [self];
  const self = ({ id, vessel }: Voyage): Statement =>
    assumed.has(id) ? { kind: 'trips', id: vessel } : { kind: 'voyage', id };
  const existence = (voyage: Voyage) => orSelf(voyageClaims(voyage), self(voyage));
  const order = (next: Voyage) => orSelf(next.claims, self(next));
  const all = (voyage: Voyage): Statement[] => [
    ...existence(voyage),
    ...order(voyage),
    ...dataset.sightings
      .filter((sighting) => sighting.voyage === voyage.id && sighting.binds)
      .flatMap((sighting) => orSelf(sighting.claims, { kind: 'sighting', id: sighting.id })),
  ];
  return {
    existence,
    order,
    all,
    /** Statements of which one is enough for a bound; null where it only needs its voyages. */
    of(why: Why): readonly Statement[] | null {
      if (why.kind === 'sighting') return orSelf(why.claims, { kind: 'sighting', id: why.sighting });
      if (why.kind === 'date' || why.kind === 'track') return orSelf(why.claims, { kind: 'voyage', id: why.voyage });
      return null;
    },
  };
}
