import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { freshAnswer } from '../../lib/domain/answer';
import { answersOf } from '../../lib/domain/fold';
import type { Op } from '../../lib/domain/op';
import { MAX_BYTES, PACK_TAIL, type PackHeader, packBody, packHead, type Refusal } from '../../lib/domain/pack';
import { ACME, everything, GLOBEX, newProfile, openTab, snapshot, type Tab } from './tab';

const yes = freshAnswer('yes', '2026-11-20');
const no = freshAnswer('no', '2026-11-21');

let tab: Tab;
let backup: typeof import('../../lib/storage/backup');

const profile = async () => {
  newProfile();
  fakeBrowser.runtime.getManifest = () => ({ manifest_version: 3, name: 'Footing', version: '0.1.0' });
  tab = await openTab();
  backup = await import('../../lib/storage/backup');
};

const save = (deal: typeof ACME, question: string, answer = yes) => tab.saveAnswer(deal, question, answer, 'basics@1');

/** A profile with two deals, and its backup. */
const used = async () => {
  await profile();
  await tab.rememberDeal(snapshot(ACME, { name: 'Acme "1,200" \\ Widgets — für Ö', stage: 'Qualify' }));
  await save(ACME, 'fit.owner');
  await save(ACME, 'fit.owner', no);
  await save(GLOBEX, 'fit.sweetSpot');
  await tab.mapStage('salesforce:acme', 'Solution Fit', 'validate');
  return { file: await backup.exportAll(), before: await everything(tab) };
};

/** What is kept of deals and orgs, without who and where this profile is. */
const content = async () => {
  const { ops, deals, orgs, summaries } = await everything(tab);
  return { ops, deals, orgs, summaries };
};

beforeEach(profile);

describe('export and import', () => {
  it('brings everything into an empty profile, as it was', async () => {
    const { file, before } = await used();
    const kept = await content();
    await profile();
    const preview = await backup.readPack(file);
    expect(preview).toMatchObject({ newDeals: 2, newAnswers: 0, changedAnswers: 0, added: 5, known: 0, ahead: 0 });
    expect(await content()).toMatchObject({ ops: [], deals: [] });
    expect(await backup.importPack(preview)).toEqual({ added: 5 });
    expect(await content()).toEqual(kept);
    const mine = before.meta.find((row) => row.key === 'identity');
    expect(await tab.authors()).toEqual(expect.arrayContaining([mine?.author]));
    expect(await backup.exportAll().then((again) => again.text())).toContain(await file.text().then(bodyOf));
  });

  it('merges into a used profile: the newest answer wins, nothing goes', async () => {
    const { file } = await used();
    const theirs = (await content()).ops;
    await profile();
    await save(ACME, 'fit.owner', yes);
    await save(ACME, 'urgency.event', yes);
    const mine = (await content()).ops;
    const preview = await backup.readPack(file);
    expect(preview).toMatchObject({ newDeals: 1, newAnswers: 0, changedAnswers: 0, added: 5 });
    await backup.importPack(preview);
    const { ops } = await content();
    expect(ops.map((op) => op.id)).toEqual([...theirs, ...mine].map((op) => op.id).toSorted());
    const doc = await tab.readDeal(ACME);
    expect(doc && answersOf(doc, await tab.authors())).toMatchObject({ 'fit.owner': yes, 'urgency.event': yes });
  });

  it('says which answers would change, and which are new', async () => {
    await save(ACME, 'fit.owner', no);
    await save(GLOBEX, 'fit.owner', no);
    const start = (await content()).ops;
    const author = await tab.authors();
    await save(ACME, 'fit.owner', yes);
    await save(ACME, 'urgency.event', yes);
    const file = await backup.exportAll();
    await profile();
    await tab.receive(start, author);
    expect(await backup.readPack(file)).toMatchObject({
      newDeals: 0,
      newAnswers: 1,
      changedAnswers: 1,
      added: 2,
      known: 2,
    });
  });

  it('changes nothing the second time', async () => {
    const { file } = await used();
    const before = await everything(tab);
    const preview = await backup.readPack(file);
    expect(preview).toMatchObject({ newDeals: 0, newAnswers: 0, changedAnswers: 0, added: 0, known: 5 });
    await backup.importPack(preview);
    expect(await everything(tab)).toEqual(before);
  });

  it('makes a damaged database whole, where each table lost something else', async () => {
    await used();
    await tab.sentinelKept();
    const { drafts: _, meta: __, ...before } = await everything(tab);
    const file = await backup.exportAll();
    const db = tab.database();
    await db.ops.limit(1).delete();
    // Nothing of these is in what the file brings.
    await db.deals.update(GLOBEX, { ops: 1, cells: {} });
    await db.summaries.delete(GLOBEX);
    await backup.importPack(await backup.readPack(file));
    expect(await everything(tab)).toMatchObject(before);
    const { checkHealth } = await import('../../lib/storage/health');
    expect(await checkHealth()).toMatchObject({ state: 'ok' });
  });

  it('ends a loss that it makes good, and no other', async () => {
    const { file } = await used();
    const { checkHealth } = await import('../../lib/storage/health');
    await save(GLOBEX, 'fit.owner');
    const later = await backup.exportAll();
    await tab.sentinelKept();
    await tab.database().delete();
    await tab.database().open();
    await backup.importPack(await backup.readPack(file));
    expect(await checkHealth()).toEqual({ state: 'lost', had: 6, has: 5 });
    await backup.importPack(await backup.readPack(later));
    expect(await checkHealth()).toEqual({ state: 'ok', aside: 0 });
  });

  it('counts what comes from a clock that is ahead, and keeps it', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: 1_795_000_000_000 });
    await save(ACME, 'fit.owner');
    const file = await backup.exportAll();
    vi.setSystemTime(1_795_000_000_000 - 3_600_000);
    await profile();
    const preview = await backup.readPack(file);
    expect(preview).toMatchObject({ added: 1, ahead: 1 });
    await backup.importPack(preview);
    expect((await content()).ops.length).toBe(1);
    vi.useRealTimers();
  });

  it('exports more than one batch without losing or doubling any', async () => {
    const op = await save(ACME, 'fit.owner');
    const many = Array.from({ length: 4500 }, (_, n) => ({ ...op, id: op.id.replace(/.{8}$/, hex(n)) }));
    await tab.receive(many);
    const told: number[] = [];
    const file = await backup.exportAll({ progress: (share) => told.push(share) });
    expect(told).toEqual(told.toSorted((a, b) => a - b));
    expect(told.length).toBeGreaterThan(1);
    expect(told.at(-1)).toBe(1);
    const { header, ops } = JSON.parse(await file.text());
    expect(ops).toEqual((await content()).ops);
    expect(header).toMatchObject({ product: 'footing', kind: 'backup', format: 1, app: '0.1.0', ops: ops.length });
    let seen = 0;
    const preview = await backup.readPack(file, (share) => {
      expect(share).toBeGreaterThanOrEqual(seen);
      seen = share;
    });
    expect(preview.known).toBe(ops.length);
    expect(seen).toBe(1);
  });

  it('stops when told to', async () => {
    const { file } = await used();
    const signal = AbortSignal.abort();
    await expect(backup.readPack(file, undefined, signal)).rejects.toMatchObject({ name: 'AbortError' });
    await expect(backup.exportAll({ signal })).rejects.toMatchObject({ name: 'AbortError' });
  });
});

describe('a file that is refused', () => {
  const header: PackHeader = {
    product: 'footing',
    kind: 'backup',
    format: 1,
    made: '2026-11-22T09:10:00.000Z',
    app: '0.1.0',
    ops: 0,
    authors: [],
  };
  const pack = (ops: readonly unknown[], claims: object = {}) =>
    packHead({ ...header, ops: ops.length, ...claims }) + packBody(ops as Op[], true) + PACK_TAIL;

  /** A good op, and others like it. */
  const op = (n = 0): Op => ({
    id: `019f0000000-0000-${'a'.repeat(16)}-${hex(n)}`,
    kind: 'answer.set',
    subject: ACME,
    key: 'answer:fit.owner',
    value: { ...yes },
    by: 'a'.repeat(16),
    version: 'basics@1',
    scope: 'local',
  });
  const deep = (levels: number) => '['.repeat(levels) + ']'.repeat(levels);
  const whole = pack([op(1), op(2), op(3)]);

  const cases: [string, BlobPart, Partial<Refusal>][] = [
    ['nothing', '', { code: 'notJson', look: 'empty' }],
    ['blank space', ' \n\n ', { code: 'notJson', look: 'empty' }],
    ['a table', 'Name,Amount\nAcme,140000\n', { code: 'notJson', look: 'csv' }],
    ['a quoted table', '"Name";"Amount"\n"Acme";"140000"\n', { code: 'notJson', look: 'csv' }],
    ['a web page', '\n<!doctype html><title>x</title>', { code: 'notJson', look: 'html' }],
    ['a feed', '<?xml version="1.0"?><rss/>', { code: 'notJson', look: 'xml' }],
    ['an archive', new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]), { code: 'notJson', look: 'zip' }],
    ['a damaged compressed file', new Uint8Array([0x1f, 0x8b, 8, 0]), { code: 'damaged' }],
    ['a compressed letter', gzipSync('Dear Ana,\nas agreed'), { code: 'notJson', look: 'text' }],
    ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47]), { code: 'notJson', look: 'image' }],
    ['a document', '%PDF-1.7', { code: 'notJson', look: 'pdf' }],
    ['bytes', new Uint8Array([1, 0, 2, 0]), { code: 'notJson', look: 'binary' }],
    ['a letter', 'Dear Ana,\nas agreed', { code: 'notJson', look: 'text' }],
    ['code', '{ color: red; }', { code: 'notJson', look: 'text' }],
    ['other JSON', '{"name":"x","version":"1.0.0","files":["a"]}', { code: 'notFooting' }],
    ['flat JSON', '{"name":"x"}', { code: 'notFooting' }],
    ['a list', '[{"a":1}]', { code: 'notFooting' }],
    ['other JSON with a header', '{"header":{"product":"paddle","format":9}}', { code: 'notFooting' }],
    ['ops without a header', '{"ops":[{"a":1}]}', { code: 'notFooting' }],
    ['another file of ours', pack([], { kind: 'playbook' }), { code: 'otherKind', kind: 'playbook' }],
    ['a newer file', pack([], { format: 7 }), { code: 'newer', format: 7, reads: 1 }],
    ['a spoiled header', pack([], { authors: ['Ana'] }), { code: 'badRecord', record: 0, field: 'header.authors.0' }],
    ['a cut header', '{"header":{"product":"foo', { code: 'truncated', found: 0, of: null }],
    ['a cut op', whole.slice(0, -200), { code: 'truncated', found: 2, of: 3 }],
    ['a missing end', whole.slice(0, -3), { code: 'truncated', found: 3, of: 3 }],
    ['fewer ops than it says', pack([op(1)], { ops: 2 }), { code: 'truncated', found: 1, of: 2 }],
    ['more ops than it says', pack([op(1), op(2)], { ops: 1 }), { code: 'badRecord', record: 3 }],
    ['a missing comma', pack([op(1), op(2)]).replace('},\n{', '}\n{'), { code: 'badRecord', record: 3 }],
    ['something else among the ops', pack([op(1), 7, op(2)], { ops: 2 }), { code: 'badRecord', record: 3 }],
    ['an op that is no JSON', pack([op(1), op(2)]).replace('"basics@1"', 'basics'), { code: 'badRecord', record: 1 }],
    ['a wrong type', pack([op(1), { ...op(2), by: 7 }]), { code: 'badRecord', record: 2, field: 'by' }],
    [
      'an impossible day',
      pack([op(1), { ...op(2), value: { ...yes, evidenceOn: '2026-02-31' } }]),
      { code: 'badRecord', record: 2, field: 'value.evidenceOn' },
    ],
    ['no time at all', pack([{ ...op(), id: `f${op().id.slice(1)}` }]), { code: 'badRecord', record: 1, field: 'id' }],
    ['a subject that is none', pack([{ ...op(), subject: '__proto__' }]), { code: 'badRecord', field: 'subject' }],
    [
      'a bomb of brackets',
      pack([{ ...op(), value: 0 }]).replace('"value":0', `"value":${deep(200_000)}`),
      { code: 'tooDeep', most: 32 },
    ],
    ['one id with two contents', pack([op(1), op(2), { ...op(1), value: null }]), { code: 'duplicateId', record: 3 }],
  ];

  it.each(cases)('%s', async (_, text, refusal) => {
    await save(GLOBEX, 'fit.owner');
    const before = await everything(tab);
    const error: unknown = await backup.readPack(new Blob([text])).catch((caught: unknown) => caught);
    expect(error).toMatchObject({ name: 'PackRefused', refusal });
    expect(await everything(tab)).toEqual(before);
  });

  it('is one that rewrites what is here', async () => {
    const mine = await save(ACME, 'fit.owner');
    const file = new Blob([pack([{ ...mine, value: null }])]);
    await expect(backup.readPack(file)).rejects.toMatchObject({ refusal: { code: 'duplicateId', record: 1 } });
  });

  it('is one of a gigabyte, before a byte of it is read', async () => {
    const huge = new Blob([]);
    Object.defineProperty(huge, 'size', { value: 1_000_000_000 });
    vi.spyOn(huge, 'slice').mockRejectedValue(new Error('read'));
    vi.spyOn(huge, 'stream').mockImplementation(() => {
      throw new Error('read');
    });
    await expect(backup.readPack(huge)).rejects.toMatchObject({ refusal: { code: 'tooLarge', bytes: 1_000_000_000 } });
  });

  it('is a small one that unpacks to half a gigabyte, long before it is unpacked', async () => {
    const start = pack([op(1)]).slice(0, -PACK_TAIL.length);
    const bomb = new Blob([gzipSync(Buffer.concat([Buffer.from(start), Buffer.alloc(MAX_BYTES, ' ')]), { level: 1 })]);
    const seen: number[] = [];
    const refused = backup.readPack(bomb, (share) => seen.push(share));
    await expect(refused).rejects.toMatchObject({ refusal: { code: 'badRecord' } });
    expect(Math.max(...seen)).toBeLessThan(0.05);
  });

  it('is a foreign one after its beginning, whatever its length', async () => {
    let read = 0;
    const endless = new Blob(['{"rows":[']);
    vi.spyOn(endless, 'stream').mockImplementation(
      () =>
        new ReadableStream({
          pull(controller) {
            read += 1;
            controller.enqueue(new TextEncoder().encode('{"rows":[{"a":1},'.padEnd(65_536)));
          },
        }),
    );
    await expect(backup.readPack(endless)).rejects.toMatchObject({ refusal: { code: 'notFooting' } });
    expect(read).toBeLessThan(4);
  });

  it('takes what a newer version of the same format adds, and keeps it', async () => {
    const newer = { ...op(1), kind: 'chat.heard', key: 'chat', value: { when: 'soon' }, colour: 'blue' };
    const file = new Blob([pack([newer, op(2)], { note: { made: ['by', { hand: true }] } })]);
    await backup.importPack(await backup.readPack(file));
    expect((await content()).ops).toMatchObject([newer, op(2)]);
    expect((await backup.exportAll().then((again) => again.text())).includes('"colour":"blue"')).toBe(true);
  });

  it('takes a file that an editor laid out anew', async () => {
    const { file } = await used();
    const pretty = `\ufeff${JSON.stringify(JSON.parse(await file.text()), null, 2)}\r\n`;
    expect(await backup.readPack(new Blob([pretty]))).toMatchObject({ known: 5, added: 0 });
  });

  it('makes no prototype of anything', async () => {
    const text = pack([op(1)]).replace('"by":', '"__proto__":{"polluted":true},"by":');
    await backup.importPack(await backup.readPack(new Blob([text])));
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
    expect((await content()).ops.map((one) => 'polluted' in one)).toEqual([false]);
  });
});

describe('import', () => {
  it('is all or nothing when the disk gives out at the last record', async () => {
    const { file } = await used();
    await profile();
    await save(ACME, 'fit.owner');
    const before = await content();
    const preview = await backup.readPack(file);
    const { IDBObjectStore } = await import('fake-indexeddb');
    const put = IDBObjectStore.prototype.put;
    const spy = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, row, key) {
      if (this.name === 'meta') throw new DOMException('no room', 'QuotaExceededError');
      return put.call(this, row, key);
    });
    await expect(backup.importPack(preview)).rejects.toMatchObject({ name: 'NotSaved', reason: 'full' });
    spy.mockRestore();
    expect(await content()).toEqual(before);
  });
});

describe('the scan', () => {
  it('reads the same whatever pieces the disk gives', async () => {
    const { file } = await used();
    const { PackScan } = await import('../../lib/domain/pack-scan');
    const text = await file.text();
    const inPieces = (cuts: readonly number[]) => {
      const scan = new PackScan(['backup']);
      const places = [0, ...cuts.map((cut) => cut % text.length).toSorted((a, b) => a - b), text.length];
      const found = places.slice(1).flatMap((end, index) => scan.feed(text.slice(places[index], end)));
      return { found, header: scan.end() };
    };
    const { header, ops } = JSON.parse(text);
    fc.assert(
      fc.property(fc.array(fc.nat(100_000), { maxLength: 40 }), (cuts) => {
        expect(inPieces(cuts)).toEqual({ found: ops, header });
      }),
    );
  });
});

function hex(n: number): string {
  return n.toString(16).padStart(8, '0');
}

function bodyOf(text: string): string {
  return text.slice(text.indexOf('"ops":['));
}
