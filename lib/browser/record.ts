/**
 * The record on the page: waits until the page has drawn it, then watches its values. An address
 * changes before its page does, so what stands in front may still be the deal before.
 */
import type { PageMap } from '../crm/adapter';
import { pageReader } from '../crm/reader';
import type { ShownDeal } from './messages';

/**
 * Looks at a page that is not drawn yet come ever rarer: after 8 ms, then 11, 16, ... up to 3 s, 19
 * in all. An observer would not see into native shadow roots, nor a copy that a style alone brings
 * to the front, and would be called by everything else that a loading page does.
 */
const FIRST_GAP = 8;
const LAST_GAP = 3000;
/** After how long a page that seems complete is looked at once more, and how often one that is edited. */
const AGAIN = 1000;
/** How long a page that was another deal's must show the same, in ms: it is drawn piece by piece. */
const SETTLED = 150;

/** Deals go by whatever tells one from another (`key`). */
export interface RecordReader {
  /** What the page shows of the deal now; `null` while it shows another or nothing, or no name yet. */
  read(key: string): ShownDeal | null;
  /** From now on this is the deal: its page is told as soon as it stands, and when a watched value changes. */
  follow(key: string | null): void;
}

export function recordReader(map: PageMap, shows: (raw: ShownDeal) => void): RecordReader {
  const reader = pageReader(map);
  /** Whose page an element was last, with what name, and what else. */
  const drawn = new WeakMap<Element, { key: string | null; name: string | undefined; text: string }>();
  const observer = new MutationObserver(() => follow(at));
  let at: string | null = null;
  let timer: ReturnType<typeof setTimeout>;
  let told = '';
  /** What the page in front shows, and since when. */
  let text = '';
  let since = 0;

  const isSettled = () => performance.now() - since >= SETTLED;

  /** `last`: whether this is the last look; without it, it is none, and decides nothing. */
  const read = (key: string, last?: boolean): ShownDeal | null => {
    const page = reader.page();
    if (!page) return null;
    const shown = reader.read(page);
    const now = JSON.stringify(shown.fields);
    const name = shown.fields.name?.text;
    const before = drawn.get(page);
    const isLook = last !== undefined;
    if (isLook && now !== text) {
      text = now;
      since = performance.now();
    }
    if (before && before.key !== key) {
      // This is another deal's page. Should the CRM draw this deal into it, that is believed once the
      // name is another, or (two may have the same) anything at all is in the end.
      const isOther = before.name && (before.name !== name || (last && before.text !== now));
      if (!isLook || !isOther || !isSettled()) return null;
    }
    if (!name && !last) return null;
    if (isLook) {
      drawn.set(page, { key, name, text });
      observer.disconnect();
      for (const node of reader.watched(page)) {
        observer.observe(node, { subtree: true, childList: true, characterData: true, attributes: true });
      }
    }
    return { language: document.documentElement.lang || null, ...shown };
  };

  const look = (key: string, gap: number) => {
    const last = gap > LAST_GAP;
    const raw = read(key, last);
    const before = told;
    told = JSON.stringify(raw);
    if (raw && told !== before) shows(raw);
    // What is not there yet may come, and what is there may still be replaced.
    const isWhole = raw && !/null/.test(text);
    const isEdited = raw?.editing;
    if (!isEdited && (last ? isSettled() : isWhole && told === before && gap > AGAIN)) return;
    const next = isWhole || isEdited ? Math.max(gap, AGAIN) : gap;
    timer = setTimeout(look, next, key, isEdited ? FIRST_GAP : next * 1.4);
  };

  const follow = (key: string | null) => {
    if (told === 'null') {
      // The deal before was left before its page was read: what is in front may be that page.
      const page = reader.page();
      if (page && !drawn.has(page)) {
        const { fields } = reader.read(page);
        drawn.set(page, { key: at, name: fields.name?.text, text: JSON.stringify(fields) });
      }
    }
    if (key !== at) told = '';
    at = key;
    observer.disconnect();
    clearTimeout(timer);
    if (key) look(key, FIRST_GAP);
  };

  return { read, follow };
}
