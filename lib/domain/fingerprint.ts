/**
 * Fingerprints: 64 bits that stand for a text, and for a set of texts. They notice loss and tell
 * things apart without holding them; against somebody who forges on purpose they are no protection.
 */

/** 16 lower-case hexadecimal digits. */
export type Fingerprint = string;

/** The fingerprint of no texts at all. */
export const NOTHING: Fingerprint = '0'.repeat(16);

/** Two rounds of 32 bits over the text, mixed into each other at the end (cyrb53, all bits kept). */
function halves(text: string): [number, number] {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    high = Math.imul(high ^ unit, 2654435761);
    low = Math.imul(low ^ unit, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return [high >>> 0, low >>> 0];
}

const hex = (half: number) => (half >>> 0).toString(16).padStart(8, '0');

/** What stands for one text. */
export function fingerprintOf(text: string): Fingerprint {
  return halves(text).map(hex).join('');
}

/**
 * The fingerprint of a set after these texts went into it, or out of it: both are the same step.
 * The order in which they come does not matter, so one that is kept up with each change equals one
 * that is made anew.
 */
export function changedBy(set: Fingerprint, texts: Iterable<string>): Fingerprint {
  let high = Number.parseInt(set.slice(0, 8), 16);
  let low = Number.parseInt(set.slice(8), 16);
  for (const text of texts) {
    const [one, other] = halves(text);
    high ^= one;
    low ^= other;
  }
  return hex(high) + hex(low);
}
