/**
 * Random numbers that are the same on every machine: xoshiro128** 1.1 (Blackman and Vigna,
 * "Scrambled linear pseudorandom number generators", ACM TOMS 47, 2021), by 32-bit integer
 * arithmetic alone. Names are hashed by FNV-1a, words mixed by the finalizer of MurmurHash3.
 */

/** The four words of a generator; not all of them 0. */
export type Words = readonly [number, number, number, number];

/**
 * The generator itself.
 *
 * @returns a function that gives the next whole number, 0 to 2^32 - 1
 */
export function xoshiro128(words: Words): () => number {
  let [a, b, c, d] = words;
  return () => {
    const result = Math.imul(rotated(Math.imul(b, 5), 7), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = rotated(d, 11);
    return result;
  };
}

/**
 * A stream of random numbers, evenly spread.
 *
 * @param seed a whole number; its lowest 32 bits count
 * @param name of the stream: streams of one seed with different names have nothing to do with each other
 * @returns a function that gives the next number, 0 or more and less than 1, in steps of 2^-53
 */
export function randomNumbers(seed: number, name = ''): () => number {
  const hash = hashOf(name);
  const next = xoshiro128([mixed(seed + STEP), mixed(seed + 2 * STEP), mixed(hash + 3 * STEP), mixed(hash + 4 * STEP)]);
  return () => ((next() >>> 5) * 2 ** 26 + (next() >>> 6)) / 2 ** 53;
}

/** 2^32 over the golden ratio: sets neighbouring seeds far apart. */
const STEP = 0x9e3779b9;

const rotated = (word: number, by: number): number => (word << by) | (word >>> (32 - by));

function mixed(word: number): number {
  let mix = word | 0;
  mix = Math.imul(mix ^ (mix >>> 16), 0x85ebca6b);
  mix = Math.imul(mix ^ (mix >>> 13), 0xc2b2ae35);
  return mix ^ (mix >>> 16);
}

function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash;
}
