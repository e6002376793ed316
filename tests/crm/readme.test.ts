import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { adapters } from '../../lib/crm/index';
import { FIELDS } from '../../lib/domain/deal';

const TESTED = {
  system: 'the CRM itself',
  hosts: "pages built of its makers' own parts",
  pages: 'pages written from the facts',
};

it('the table in the readme says of each CRM what its adapter says', () => {
  const readme = readFileSync(join(import.meta.dirname, '../../README.md'), 'utf8');
  const rows = adapters.map(({ about: { name, address, reads, testedOn, asOf } }) =>
    ['', name, address, ...FIELDS.map((field) => reads[field] ?? 'typed'), TESTED[testedOn], asOf, '']
      .join(' | ')
      .trim(),
  );
  const shown = readme.split('\n').filter((line) => adapters.some(({ about }) => line.startsWith(`| ${about.name} |`)));
  expect(shown, `The rows must be:\n${rows.join('\n')}`).toEqual(rows);
});
