// @vitest-environment happy-dom
/**
 * Frozen pages of every CRM, each with what must be made of it written in it. What needs layout or a
 * real shadow root is tested in Chromium, on the host pages.
 */
import { describe, expect, it } from 'vitest';
import { adapters } from '../../lib/crm/index';
import { pageReader } from '../../lib/crm/reader';
import { frozenPages, load } from './frozen';

describe('a frozen page', () => {
  for (const page of frozenPages) {
    const { name, adapter, expected } = page;
    it(`is known and read as it is shown: ${name}`, () => {
      const { url, key, place = null, fields, editing = false, witness } = expected;
      const at = key ? { kind: 'deal', key } : place && { kind: place };
      if (url) expect(adapter.place(new URL(url))).toEqual(at);
      load(page);
      if (witness !== undefined) expect(document.querySelector(adapter.rules?.witness ?? '') !== null).toBe(witness);
      if (fields === undefined) return;
      const reader = pageReader(adapter.map);
      const front = reader.page();
      expect(front && reader.read(front)).toEqual(fields && { fields, editing });
    });
  }
});

it.each(frozenPages.map(({ name, html }) => [name, html.split('\n')[0]]))(
  'says on top where it is from, and since when: %s',
  (_, top) => {
    expect(top).toMatch(/(Written from the facts|Saved from) .+ 20\d\d-\d\d-\d\d\. -->$/);
    expect(top).toMatch(/[Mm]ade-up (names|deals)/);
  },
);

it('are two deals, a list and a page of something else at least, for every CRM', () => {
  for (const { id } of adapters) {
    const pages = frozenPages.filter(({ adapter }) => adapter.id === id).map(({ expected }) => expected);
    expect(pages.filter(({ fields }) => fields).length, id).toBeGreaterThan(1);
    expect(pages.filter(({ place }) => place === 'list').length, id).toBeGreaterThan(0);
    expect(pages.filter(({ url, key, place }) => url && !key && place === null).length, id).toBeGreaterThan(0);
  }
});

it('show every field that an adapter says it reads, and none that it says is typed', () => {
  for (const { id, about, map } of adapters) {
    const pages = frozenPages.filter(({ adapter }) => adapter.id === id);
    for (const [field, basis] of Object.entries(about.reads)) {
      const isRead = pages.some(({ expected }) => expected.fields?.[field]);
      expect(isRead, `${id}: ${field}`).toBe(basis !== null);
      expect(map.spots[field as keyof typeof map.spots].length > 0, `${id}: ${field}`).toBe(basis !== null);
    }
  }
});
