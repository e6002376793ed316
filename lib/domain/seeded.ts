/**
 * Chance that can be repeated: the same seed gives the same numbers on every machine, so a draw
 * that was shown can be drawn again.
 */

/** A whole number of 24 bits, shown as six hexadecimal digits. */
export type Seed = number;

const SEEDS = 0x1000000;

/** "03f9a2": short enough to be read aloud. */
export function seedText(seed: Seed): string {
  return seed.toString(16).padStart(6, '0');
}

/** The seed that a text stands for; `null` where it is none. */
export function readSeed(text: string): Seed | null {
  return /^[0-9a-f]{6}$/i.test(text) ? Number.parseInt(text, 16) : null;
}

/** A seed of its own for each thing that is drawn for under one seed. */
export function seedFor(seed: Seed, what: string): Seed {
  // FNV-1a, 32 bits: mixes text well enough, and is the same everywhere.
  let hash = 0x811c9dc5 ^ seed;
  for (const unit of what) hash = Math.imul(hash ^ (unit.codePointAt(0) ?? 0), 0x01000193);
  return (hash >>> 0) % SEEDS;
}

/** Numbers from 0 up to but without 1, evenly spread (mulberry32). */
export function seededRandom(seed: Seed): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * Draws `count` of the things without putting any back, each with a chance in proportion to its
 * weight. What weighs nothing is drawn only when nothing else is left.
 */
export function drawWeighted<T>(things: readonly T[], weight: (thing: T) => number, count: number, seed: Seed): T[] {
  const random = seededRandom(seed);
  const left = things.map((thing) => ({ thing, weight: Math.max(0, weight(thing)) }));
  const drawn: T[] = [];
  while (drawn.length < count && left.length > 0) {
    const total = left.reduce((sum, one) => sum + one.weight, 0);
    let at = random() * total;
    const found = left.findIndex((one) => {
      at -= one.weight;
      return at < 0;
    });
    const [one] = left.splice(Math.max(0, found), 1);
    if (one) drawn.push(one.thing);
  }
  return drawn;
}
