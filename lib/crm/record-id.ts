/**
 * Salesforce record ids. The form with 15 characters tells upper from lower case; the one with
 * 18 adds three that say which letters of each block of five are capitals. The long form is
 * what is kept. Checked against pairs of both forms in public code; 2026-11.
 */

/** The long form of an id; one that is long already comes back as it is. Case is never changed. */
export function longId(id: string): string {
  return id.length > 15 ? id : id + id.replace(/.{5}/g, check);
}

function check(block: string): string {
  // The first letter is the lowest bit.
  const bits = [...block].reduceRight((sum, char) => sum * 2 + (char > '9' && char < 'a' ? 1 : 0), 0);
  // 0 to 25 are A to Z, 26 to 31 are 0 to 5: the last digit to base 36, ten further on.
  return (bits + 10).toString(36).slice(-1).toUpperCase();
}
