/** The languages that the word lists know. */

export const LANGUAGES = ['en', 'de'] as const;
export type Language = (typeof LANGUAGES)[number];

export type WordList = Readonly<Record<Language, readonly string[]>>;
