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
/** How long a change is waited out, so that a storm of them is one. */
const CALM = 100;
/**
 * From which gap on a page that was another deal's is believed when it shows the same as at the look
 * before, which is 150 ms away by then: it is drawn piece by piece.
 */
const SETTLED = 210;

/**
 * Follows a deal (by whatever tells one from another; `null`: none): it `shows` the deal's page as soon
 * as that stands, and again when it changes. To follow the same deal again is to look now; that alone
 * settles nothing.
 */
export type Follow = (key: string | null) => void;

/** Whose page an element was last, and what it showed. */
type Drawn = WeakMap<Element, { key: string; name: string | undefined; text: string }>;

/** Makes a follower for the pages of one CRM. */
export function recordReader(map: PageMap, shows: (raw: ShownDeal) => void): Follow {
  const reader = pageReader(map);
  // Left in the script's world for the one that takes its place in this document (a page was taught, or
  // that was forgotten): it may begin at an address whose page is still to come.
  const world = globalThis as { footingDrawn?: Drawn };
  world.footingDrawn ??= new WeakMap();
  const drawn = world.footingDrawn;
  /** A page may change its values as often as it likes; it is read ten times a second at most. */
  const observer = new MutationObserver(() => {
    observer.disconnect();
    clearTimeout(timer);
    timer = setTimeout(follow, CALM, at);
  });
  let at: string | null = null;
  let timer: ReturnType<typeof setTimeout>;
  /** What the last look saw, and what it told. */
  let seen = '';
  let told = '';

  /** What the page shows of the deal, `gap` before the next look; `null` while it shows another, nothing, or no name. */
  const read = (key: string, gap: number): ShownDeal | null => {
    const page = reader.page();
    if (!page) return null;
    const shown = reader.read(page);
    const text = JSON.stringify(shown.fields);
    const name = shown.fields.name?.text;
    const before = drawn.get(page);
    const isSettled = text === seen && gap > SETTLED;
    seen = text;
    // Another deal's page. Should the CRM draw this deal into it, that is believed once the name is
    // another, or (two may have the same) after a while anything at all.
    const isOther = before?.name && (before.name !== name || (gap > AGAIN && before.text !== text));
    if (before && before.key !== key && !(isSettled && isOther)) return null;
    if (!name && gap < LAST_GAP) return null;
    drawn.set(page, { key, name, text });
    observer.disconnect();
    for (const node of reader.watched(page)) {
      observer.observe(node, { subtree: true, childList: true, characterData: true, attributes: true });
    }
    return { language: document.documentElement.lang || null, ...shown };
  };

  const look = (key: string, gap: number) => {
    const raw = read(key, gap);
    const before = told;
    told = JSON.stringify(raw);
    if (raw && told !== before) shows(raw);
    // What is not there yet may come, and what is there may still be replaced.
    const isWhole = raw && !/null/.test(seen);
    if (raw?.editing || (isWhole && gap < AGAIN)) gap = AGAIN;
    else if (gap > (isWhole && told === before ? AGAIN : LAST_GAP)) return;
    timer = setTimeout(look, gap, key, gap * 1.4);
  };

  const follow: Follow = (key) => {
    observer.disconnect();
    clearTimeout(timer);
    if (key !== at) {
      // The deal before was left before its page was read: what is in front may be that page.
      if (at && told === 'null') read(at, LAST_GAP);
      told = '';
      // An address is told of in the middle of the page's own work: what it shows by then is the deal before.
      timer = setTimeout(follow, FIRST_GAP, key);
    } else if (key) look(key, FIRST_GAP);
    at = key;
  };

  return follow;
}
