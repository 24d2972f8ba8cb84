/**
 * The records of a case, checked and plain. `dataset/` makes them out of files; everything
 * else reads them. A date keeps the text its source gave (EDTF); windows are computed, never stored.
 */

/** A text, or the same text by BCP 47 language. */
export type Text = string | Readonly<Record<string, string>>;

/** Longitude and latitude, degrees, WGS 84. */
export type LonLat = readonly [lon: number, lat: number];

/** An EDTF date (ISO 8601-2), as written in the file. */
export type EdtfText = string;

export interface Port {
  readonly id: string;
  readonly name: Text;
  readonly position: LonLat;
  readonly country?: Text;
  readonly unlocode?: string;
  /** Radius, km, within which the berth lies; absent where the berth is known. */
  readonly positionErrorKm?: number;
  /** IANA time zone. */
  readonly zone?: string;
  readonly note?: Text;
  readonly claims: readonly string[];
}

export interface Vessel {
  readonly id: string;
  readonly name: Text;
  readonly imo?: string;
  readonly mmsi?: string;
  readonly flag?: Text;
  readonly type?: Text;
  readonly lengthM?: number;
  readonly note?: Text;
  readonly claims: readonly string[];
}

export interface Source {
  readonly id: string;
  readonly publisher: Text;
  readonly title?: Text;
  readonly published?: EdtfText;
  /** https only. */
  readonly url?: string;
  /** Whom this publisher relays, where it is not the origin. */
  readonly relays?: Text;
}

export const CLAIM_KINDS = ['observation', 'statement', 'inference', 'relay'] as const;
export type ClaimKind = (typeof CLAIM_KINDS)[number];

export const CONFIDENCES = ['high', 'medium-high', 'medium', 'low-medium', 'low'] as const;
export type Confidence = (typeof CONFIDENCES)[number];

/** Reliability of a source in the Admiralty system (NATO AJP-2.1): A reliable, E not; F: cannot be judged. */
export const RELIABILITIES = ['A', 'B', 'C', 'D', 'E', 'F'] as const;
export type Reliability = (typeof RELIABILITIES)[number];

/** Credibility of information in the same system: 1 confirmed by others, 5 improbable; 6: cannot be judged. */
export const CREDIBILITIES = [1, 2, 3, 4, 5, 6] as const;
export type Credibility = (typeof CREDIBILITIES)[number];

export interface Claim {
  readonly id: string;
  readonly text: Text;
  readonly sources: readonly string[];
  readonly date?: EdtfText;
  /** One or more: an official statement that shows an image is both statement and observation. */
  readonly kinds: readonly ClaimKind[];
  readonly confidence?: Confidence;
  readonly reliability?: Reliability;
  readonly credibility?: Credibility;
  readonly note?: Text;
  readonly contradicts: readonly string[];
  /** What the claim is about where it can be compared with others: "trips", "start" ... */
  readonly topic?: string;
  /** The number of round trips the claim counts. `most` is absent for "at least". */
  readonly count?: { readonly least: number; readonly most?: number };
}

/** A position of a published track. */
export interface Fix {
  readonly position: LonLat;
  /** UTC milliseconds. */
  readonly time: number;
}

export interface Leg {
  readonly from: string;
  readonly to: string;
  readonly depart?: EdtfText;
  readonly arrive?: EdtfText;
  readonly via: readonly LonLat[];
  readonly track: readonly Fix[];
  /** "laden", "in ballast" ... where a source says so. */
  readonly cargo?: Text;
  readonly note?: Text;
  readonly claims: readonly string[];
}

export interface Voyage {
  readonly id: string;
  readonly vessel: string;
  readonly title?: Text;
  readonly note?: Text;
  readonly legs: readonly Leg[];
  /** Voyages of the same ship that a source puts before this one. Nothing else orders them. */
  readonly after: readonly string[];
  readonly claims: readonly string[];
}

/** How the dates of a sighting are read. `once`: at some moment within them. `first-and-last`: on the first and on the last unit. */
export const READINGS = ['once', 'first-and-last'] as const;
export type Reading = (typeof READINGS)[number];

/** What was seen. Cargo waiting on a quay bounds the departure that took it, cargo landed bounds the arrival. */
export const SIGHTED = ['ship', 'cargo-waiting', 'cargo-landed'] as const;
export type Sighted = (typeof SIGHTED)[number];

export interface Sighting {
  readonly id: string;
  /** null: a ship was seen and not named, or cargo without a ship. */
  readonly vessel: string | null;
  readonly port: string;
  readonly date: EdtfText;
  readonly what: Sighted;
  readonly reading: Reading;
  /** The voyage it is tied to, by its source or by inference. */
  readonly voyage?: string;
  /** Which port call of that voyage: 0 the port it starts from, 1 the first it reaches ... */
  readonly call?: number;
  /** false: tied to the voyage for the reader, but too weak to bound its dates. */
  readonly binds: boolean;
  readonly text?: Text;
  readonly claims: readonly string[];
}

export interface CaseEvent {
  readonly id: string;
  readonly title: Text;
  /** For a flag on the timeline, a few words. */
  readonly short?: Text;
  readonly date: EdtfText;
  readonly claims: readonly string[];
}

/** A figure we assume, with the reason it is printed with. */
export interface Assumed {
  readonly value: number;
  readonly reason: Text;
}

export interface Assumptions {
  /** Knots, over the ground. No passage is faster. */
  readonly greatestSpeed: Assumed;
  /** Knots. For the illustrative schedule only. */
  readonly usualSpeed: Assumed;
  /** Hours in a port between two legs, at least. */
  readonly leastStay: Assumed;
  /** Hours in a port. For the illustrative schedule only. */
  readonly usualStay: Assumed;
  /** Days either way that "~" stands for. */
  readonly approximate: Assumed;
}

export interface Dataset {
  readonly title: Text;
  readonly summary: Text;
  /** The period the voyages are reported for, and the claims it rests on. */
  readonly window: { readonly date: EdtfText; readonly claims: readonly string[] };
  readonly assumptions: Assumptions;
  readonly ports: readonly Port[];
  readonly sources: readonly Source[];
  readonly claims: readonly Claim[];
  readonly vessels: readonly Vessel[];
  readonly voyages: readonly Voyage[];
  readonly sightings: readonly Sighting[];
  readonly events: readonly CaseEvent[];
}
