import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { type CsvCell, csv } from '../../lib/share/csv';
import { plainText } from '../../lib/share/plain-text';

const read = (text: string) => Papa.parse<string[]>(text, { delimiter: ',', newline: '\r\n' }).data.slice(0, -1);

describe('a table as CSV', () => {
  it('ends lines in CR LF and quotes what needs it', () => {
    expect(
      csv([
        ['Deal', 'Amount'],
        ['Acme, "the" one', 1200.5],
        [null, 'two\nlines'],
      ]),
    ).toBe('Deal,Amount\r\n"Acme, ""the"" one",1200.5\r\n,"two\nlines"\r\n');
  });

  it('defuses whatever a spreadsheet would run, full-width forms too', () => {
    const formulas = ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '＝1', '＋1', '－1', '＠a', '\u0001=1'];
    for (const formula of formulas) expect(read(csv([[formula]]))[0]?.[0]?.[0]).toBe("'");
    expect(csv([['a=1', -5]])).toBe('a=1,-5\r\n');
  });

  it('marks itself as UTF-8 when asked to', () => {
    expect(csv([['Köln']], { mark: true })).toBe('\ufeffKöln\r\n');
    expect(csv([['Köln']])).toBe('Köln\r\n');
  });

  it('reads back with an independent reader, whatever was typed', () => {
    const cell: fc.Arbitrary<CsvCell> = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.constantFrom(...'=+-@\t\r\n",;\' aé＝'.split('')) }),
      fc.integer(),
      fc.constant(null),
    );
    const table = fc
      .integer({ min: 2, max: 4 })
      .chain((width) =>
        fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 6 }),
      );
    fc.assert(
      fc.property(table, (rows) => {
        const back = read(csv(rows));
        expect(back).toEqual(
          rows.map((row) =>
            row.map((one) => {
              const text = plainText(String(one ?? ''));
              const isFormula =
                typeof one === 'string' && (/^[=+\-@\t\r\n＝＋－＠]/.test(one) || /^[=+\-@\t\n＝＋－＠]/.test(text));
              return isFormula ? `'${text}` : text;
            }),
          ),
        );
      }),
    );
  });
});
