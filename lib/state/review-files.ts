/** What leaves from the review: a table as a file, and a deal as Markdown. Nothing is sent. */
import { offerFile } from '../browser/offer-file';
import type { DealSheet } from '../domain/deal-sheet';
import { type CsvCell, csv } from '../share/csv';
import { sheetMarkdown } from '../share/markdown';
import { copy } from './copying';

/** `mark`: with the byte order mark by which Excel knows the text as UTF-8. */
export function saveTable(rows: readonly (readonly CsvCell[])[], name: string, mark: boolean): void {
  offerFile(new Blob([csv(rows, { mark })], { type: 'text/csv;charset=utf-8' }), `${name}.csv`);
}

/** Says whether it is on the clipboard now. */
export function copySheet(sheet: DealSheet): Promise<boolean> {
  return copy({ plain: sheetMarkdown(sheet) });
}

/** Hands a deal to the browser's downloads, as Markdown. */
export function saveSheet(sheet: DealSheet, name: string): void {
  offerFile(new Blob([sheetMarkdown(sheet)], { type: 'text/markdown;charset=utf-8' }), `${fileName(name)}.md`);
}

/** A name that every file system takes. */
function fileName(text: string): string {
  const plain = text
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N} _-]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return [...plain].slice(0, 80).join('') || 'deal';
}
