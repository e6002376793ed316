/**
 * Salesforce record ids. The form with 15 characters tells upper from lower case; the one with
 * 18 adds three that say which letters of each block of five are capitals. The long form is
 * what is kept. Checked against pairs of both forms in public code; 2026-11.
 */

/**
 * The long form of an id. One whose last three fit is long already. Where they do not, something on the
 * way changed its case (they are there for that), and they say which letters are capitals; `null`
 * where they say that of a digit: it is no id, and to guess would mix two deals.
 */
export function longId(id: string): string | null {
  const short = id.slice(0, 15);
  const given = id.slice(15).toUpperCase();
  const as = (one: string) => one + one.replace(/.{5}/g, check);
  if (!given || as(short) === id) return as(short);
  const restored = as(short.replace(/./g, (char, n: number) => cased(char, given[Math.floor(n / 5)] ?? '', n % 5)));
  return restored.endsWith(given) ? restored : null;
}

/** A character with the case that the check of its block gives it. */
function cased(char: string, check: string, place: number): string {
  const bits = (Number.parseInt(check, 36) + 26) % 36;
  return (bits >> place) & 1 ? char.toUpperCase() : char.toLowerCase();
}

function check(block: string): string {
  // The first letter is the lowest bit.
  const bits = [...block].reduceRight((sum, char) => sum * 2 + (char > '9' && char < 'a' ? 1 : 0), 0);
  // 0 to 25 are A to Z, 26 to 31 are 0 to 5: the last digit to base 36, ten further on.
  return (bits + 10).toString(36).slice(-1).toUpperCase();
}
