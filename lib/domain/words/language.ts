/** The languages that the word lists know. */

/** Those that every list has. */
export const LANGUAGES = ['en', 'de'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Phrases of each language, plain lower case, as `phrase.ts` finds them. */
export type WordList = Readonly<Record<Language, readonly string[]>>;
