/**
 * Tables as CSV (RFC 4180): lines end in CR LF, and a cell with a comma, a quote or a line end is
 * quoted. Text that a spreadsheet would run as a formula is defused: what a customer named a deal
 * must not run on a manager's computer.
 */
import { plainText } from './plain-text';

/** A number stands as it is, `null` is an empty cell. */
export type CsvCell = string | number | null;

/** So that spreadsheets on Windows read the umlauts. */
const BYTE_ORDER_MARK = '\ufeff';

/** A cell that begins so is a formula to some spreadsheet; the full-width forms are, in Japanese ones. */
const FORMULA = /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;

/** The rows as a file's text. `mark`: with a byte order mark. */
export function csv(rows: readonly (readonly CsvCell[])[], { mark = false } = {}): string {
  const lines = rows.map((row) => `${row.map(cellText).join(',')}\r\n`);
  return (mark ? BYTE_ORDER_MARK : '') + lines.join('');
}

function cellText(cell: CsvCell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return Number.isFinite(cell) ? String(cell) : '';
  const text = defused(cell);
  return /[",\r\n]/.test(text) || text !== text.trim() ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Judged before control codes are taken out and after: either may be what a spreadsheet sees. */
function defused(text: string): string {
  const plain = plainText(text);
  return FORMULA.test(text) || FORMULA.test(plain) ? `'${plain}` : plain;
}
