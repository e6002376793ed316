// @vitest-environment happy-dom
/** Which deals the frozen lists and boards show. Whether a mark follows its row is tested in Chromium. */
import { expect, it } from 'vitest';
import { treesOf } from '../../lib/crm/reader';
import { rowsIn } from '../../lib/crm/rows';
import { frozenPages, load } from './frozen';

const lists = frozenPages.filter(({ expected }) => expected.place === 'list');

it.each(lists.map((page) => [page.name, page] as const))('tells the deals of a list by their ids: %s', (_, page) => {
  const { adapter, expected } = page;
  load(page);
  const found = [...rowsIn(treesOf(document), adapter.rows, expected.url ?? '').keys()];
  const keys = found.map((url) => adapter.place(new URL(url)));
  const rows = (expected.rows ?? []).map((key) => ({ kind: 'deal', key }));
  expect(keys.filter((place) => place?.kind === 'deal')).toEqual(rows);
});

it('tells the deals of some list of each CRM that says it can', () => {
  const told = new Set(lists.filter(({ expected }) => expected.rows).map(({ adapter }) => adapter.id));
  expect(new Set(lists.filter(({ adapter }) => adapter.rows.length > 0).map(({ adapter }) => adapter.id))).toEqual(
    told,
  );
});
