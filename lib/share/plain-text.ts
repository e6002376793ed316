/**
 * Plain text fit to leave: what somebody pasted may hold halves of characters and control codes
 * that files, addresses and other programs refuse.
 */

/** One kind of line end, whole characters, no control codes but tab and line end. */
export function plainText(text: string): string {
  return (
    text
      .toWellFormed()
      .replace(/\r\n?|\u2028|\u2029|\u0085/g, '\n')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '')
  );
}

/** On one line: for subjects and titles, in which a line end could begin another header. */
export function oneLine(text: string): string {
  return plainText(text).replace(/\s+/g, ' ').trim();
}

const SENTENCE_END = /[.!?…]["'”’)\]]*(?=\s|$)|[。！？]|\n/gu;

/**
 * The text within `limit`, cut after its last whole sentence or line; where not even one fits,
 * after its last whole word, with `…`. Counted in UTF-16 units, and a line end as two, because
 * forms send it so. Never half a character.
 */
export function cutAtSentence(text: string, limit: number): string {
  if (sizeOf(text) <= limit) return text;
  const head = headWithin(text, limit);
  // Looked for in the whole text: where the head ends, "3.5" ends no sentence.
  const ends = [...text.matchAll(SENTENCE_END)].map((end) => end.index + end[0].length);
  const sentences = head.slice(0, ends.findLast((end) => end <= head.length) ?? 0).trimEnd();
  if (sentences !== '') return sentences;
  const room = headWithin(text, Math.max(0, limit - 1));
  const words = room.replace(/\s+\S*$/u, '').trimEnd();
  return limit < 1 ? '' : `${words === '' ? room.trimEnd() : words}…`;
}

/** How much of a form's limit a text takes. */
export function sizeOf(text: string): number {
  return text.length + (text.match(/\n/g)?.length ?? 0);
}

/** As many whole characters, as readers count them, as fit. */
function headWithin(text: string, limit: number): string {
  let [end, size] = [0, 0];
  for (const { segment } of new Intl.Segmenter('und', { granularity: 'grapheme' }).segment(text)) {
    size += sizeOf(segment);
    if (size > limit) break;
    end += segment.length;
  }
  return text.slice(0, end);
}
