/**
 * The record on the page: waits until the page has drawn it, then watches its stage. An address
 * changes before its page does, so what stands in front may still be the deal before.
 */
import type { PageMap } from '../crm/adapter';
import { pageReader } from '../crm/reader';
import type { DealKey, RawDeal } from '../domain/deal';

/**
 * Looks at a page that is not drawn yet come ever rarer: after 8 ms, then 11, 16, ... up to 3 s, 19
 * in all. An observer would not see into native shadow roots, nor a copy that a style alone brings
 * to the front, and would be called by everything else that a loading page does.
 */
const FIRST_GAP = 8;
const LAST_GAP = 3000;

export interface RecordReader {
  /** What the page shows of the deal now; `null` while it shows another or nothing, or no name yet. */
  read(key: DealKey): RawDeal | null;
  /** From now on this is the deal: its page is told as soon as it stands, and when its stage changes. */
  follow(key: DealKey | null): void;
}

export function recordReader(map: PageMap, shows: (raw: RawDeal) => void): RecordReader {
  const reader = pageReader(map);
  /** Whose page an element was last, and with what name. */
  const drawn = new WeakMap<Element, { key: DealKey | null; name: string | undefined }>();
  const observer = new MutationObserver(() => follow(at));
  let at: DealKey | null = null;
  let timer: ReturnType<typeof setTimeout>;
  let unsettled = '';
  let told = '';

  const read = (key: DealKey, nameless = false): RawDeal | null => {
    const page = reader.page();
    if (!page) return null;
    const fields = reader.read(page);
    const text = JSON.stringify(fields);
    const name = fields.name?.text;
    const before = drawn.get(page);
    if (before && before.key !== key && (!before.name || before.name === name || text !== unsettled)) {
      // This is another deal's page. Should the CRM draw this deal into it, that is believed
      // once the name is another, and everything the same twice.
      unsettled = text;
      return null;
    }
    if (!name && !nameless) return null;
    drawn.set(page, { key, name });
    observer.disconnect();
    for (const node of reader.stage(page)) {
      observer.observe(node, { subtree: true, childList: true, characterData: true, attributes: true });
    }
    return { key, url: location.href, language: document.documentElement.lang || null, fields };
  };

  const look = (key: DealKey, gap: number) => {
    const last = gap > LAST_GAP;
    const raw = read(key, last);
    const text = JSON.stringify(raw);
    if (raw && text !== told) shows(raw);
    told = text;
    // Something is not there yet.
    if (!last && /null/.test(text)) timer = setTimeout(look, gap, key, gap * 1.4);
  };

  const follow = (key: DealKey | null) => {
    if (told === 'null') {
      // The deal before was left before its page was read: what is in front may be that page.
      const page = reader.page();
      if (page && !drawn.has(page)) drawn.set(page, { key: at, name: reader.read(page).name?.text });
    }
    at = key;
    observer.disconnect();
    clearTimeout(timer);
    if (key) look(key, FIRST_GAP);
  };

  return { read, follow };
}
