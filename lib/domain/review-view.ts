/**
 * How the review is looked at: what is filtered, how it is sorted and grouped, which columns show.
 * All of it is one line of text in the page's address, so that a view can be bookmarked.
 */
import { type DealKey, dealKeySchema } from './deal';
import type { Span } from './execution';
import { PHASES, type Phase } from './phase';
import type { ReviewRow } from './review-row';
import { readSeed, type Seed, seedText } from './seeded';

/** What is beside the table: pictures of the deals that the filters leave, and numbers of one person. */
export const SCREENS = ['deals', 'charts', 'numbers'] as const;
export type Screen = (typeof SCREENS)[number];

/** The columns of the table, in the order in which they stand. */
export const COLUMNS = [
  'deal',
  'owner',
  'phase',
  'amount',
  'stake',
  'firmness',
  'urgency',
  'weakest',
  'oldest',
  'confirmed',
  'dates',
  'pushes',
  'checked',
  'overrides',
] as const;
export type ColumnId = (typeof COLUMNS)[number];

/** All but what is at stake, which is amount and firmness together; the deal always shows. */
const USUAL_COLUMNS: readonly ColumnId[] = COLUMNS.filter((column) => column !== 'stake');

/** What the table can be parted by; `month` is that of the close date. */
export const GROUPS = ['none', 'owner', 'phase', 'month'] as const;
export type Group = (typeof GROUPS)[number];

/** What a chip asks of a deal. */
export const FLAGS = {
  /** The customer never said or showed anything. */
  noEvidence: (row) => row.confirmed === null,
  /** The close date moved to a later day. */
  moved: (row) => row.pushes > 0,
  /** The close date is after the day on which they need it, or has no reason of theirs. */
  dates: (row) => row.dates?.code === 'closeAfterEvent' || row.dates?.code === 'closeWithoutEvent',
  /** It moved on with gaps. */
  overridden: (row) => row.overrides > 0,
  /** Nobody ever looked at its answers. */
  unchecked: (row) => row.checkedAt === null,
  /** What was promised at the last check is due. */
  promised: (row) => row.promise !== null,
  /** Somebody else's, who handed it over. */
  handed: (row) => row.whose !== null,
} as const satisfies Record<string, (row: ReviewRow) => boolean>;
export type Flag = keyof typeof FLAGS;

/** A round of spot checks: of one deal, or of so many. */
export type Check = { of: DealKey | number; seed: Seed };

/** Handing over: deals of mine go (all that fit, or this one), reviews go back, or a pack is opened. */
export type Handing = 'out' | 'back' | 'in' | DealKey;

/** One way of looking at the review. */
export interface ReviewView {
  screen: Screen;
  search: string;
  /** Only these; none: all. */
  phases: readonly Phase[];
  owners: readonly string[];
  flags: readonly Flag[];
  /** Closed deals too. */
  closed: boolean;
  group: Group;
  sort: { by: ColumnId; down: boolean };
  columns: readonly ColumnId[];
  /** Whose numbers: a person's id, or `TEAM`; `null`: the person's at this browser, if they have any. */
  person: string | null;
  /** How long the periods of the numbers are. */
  span: Span;
  /** The deal that is open beside the table. */
  deal: DealKey | null;
  check: Check | null;
  handing: Handing | null;
}

/** Most at stake on least evidence first. */
export const USUAL_VIEW: ReviewView = {
  screen: 'deals',
  search: '',
  phases: [],
  owners: [],
  flags: [],
  closed: false,
  group: 'none',
  sort: { by: 'stake', down: true },
  columns: USUAL_COLUMNS,
  person: null,
  span: 'month',
  deal: null,
  check: null,
  handing: null,
};

/** Everybody's numbers together. */
export const TEAM = 'team';

/** `TEAM`, or what `Person` calls an id. */
const PERSON = /^(team|me|[0-9a-f]{16})$/;

/** The longest round: what one hour holds. */
const MOST = 50;

/** The view that a text stands for; what it does not know is passed over. */
export function readView(text: string): ReviewView {
  const said = new URLSearchParams(text.replace(/^#/, ''));
  const list = (name: string) => (said.get(name) ?? '').split(',').filter((one) => one !== '');
  const among = <T extends string>(all: readonly T[], names: readonly string[]) =>
    all.filter((one) => names.includes(one));
  const sort = said.get('sort') ?? '';
  const by = COLUMNS.find((column) => column === sort.replace(/^-/, ''));
  const columns = said.has('columns') ? among(COLUMNS, ['deal', ...list('columns')]) : USUAL_COLUMNS;
  const deal = dealKeySchema.safeParse(said.get('deal'));
  const person = said.get('person');
  return {
    screen: SCREENS.find((screen) => screen === said.get('view')) ?? 'deals',
    search: said.get('search') ?? '',
    phases: among(PHASES, list('phase')),
    owners: said.getAll('owner').filter((owner) => owner !== ''),
    flags: among(Object.keys(FLAGS) as Flag[], list('only')),
    closed: said.get('closed') === '1',
    group: GROUPS.find((group) => group === said.get('group')) ?? 'none',
    sort: by ? { by, down: sort.startsWith('-') } : USUAL_VIEW.sort,
    columns,
    person: person !== null && PERSON.test(person) ? person : null,
    span: said.get('by') === 'quarter' ? 'quarter' : 'month',
    deal: deal.success ? deal.data : null,
    check: readCheck(said.get('check'), said.get('draw')),
    handing: readHanding(said.get('hand')),
  };
}

function readHanding(said: string | null): Handing | null {
  if (said === 'out' || said === 'back' || said === 'in') return said;
  return dealKeySchema.safeParse(said).data ?? null;
}

function readCheck(of: string | null, draw: string | null): Check | null {
  const seed = readSeed(draw ?? '');
  if (of === null || seed === null) return null;
  const deal = dealKeySchema.safeParse(of);
  if (deal.success) return { of: deal.data, seed };
  const count = /^\d{1,2}$/.test(of) ? Number(of) : 0;
  return count >= 1 && count <= MOST ? { of: count, seed } : null;
}

/** The view as the page's address holds it; the usual view is nothing at all. */
export function writeView(view: ReviewView): string {
  const said = new URLSearchParams();
  const put = (name: string, value: string, usual = '') => value !== usual && said.set(name, value);
  put('view', view.screen, 'deals');
  put('search', view.search);
  put('phase', view.phases.join(','));
  for (const owner of view.owners) said.append('owner', owner);
  put('only', view.flags.join(','));
  put('closed', view.closed ? '1' : '');
  put('group', view.group, 'none');
  put('sort', (view.sort.down ? '-' : '') + view.sort.by, '-stake');
  put('columns', view.columns.join(','), USUAL_COLUMNS.join(','));
  put('person', view.person ?? '');
  put('by', view.span, 'month');
  put('deal', view.deal ?? '');
  put('hand', view.handing ?? '');
  if (view.check) {
    said.set('check', String(view.check.of));
    said.set('draw', seedText(view.check.seed));
  }
  return said.toString();
}

/** What of a view says which deals are shown. */
export type Filters = Pick<ReviewView, 'search' | 'phases' | 'owners' | 'flags' | 'closed'>;

/** Whether the filters leave a deal. */
export function isShown(row: ReviewRow, { search, phases, owners, flags, closed }: Filters): boolean {
  if (row.phase === 'closed' && !closed && !phases.includes('closed')) return false;
  if (phases.length > 0 && !phases.includes(row.phase)) return false;
  if (owners.length > 0 && !owners.includes(row.owner ?? '')) return false;
  if (!flags.every((flag) => FLAGS[flag](row))) return false;
  return matches(row, search);
}

/** Every word that was typed stands somewhere in the deal's name, account or owner. */
function matches(row: ReviewRow, search: string): boolean {
  const words = wordsOf(search);
  return words.length === 0 || words.every((word) => textOf(row).includes(word));
}

/** The words of the search that was asked for last: it is held against one row after the other. */
let asked = { search: '', words: [] as readonly string[] };

function wordsOf(search: string): readonly string[] {
  if (search !== asked.search) asked = { search, words: plain(search).split(/\s+/).filter(Boolean) };
  return asked.words;
}

/** What a row is found by, made plain once and kept as long as the row. */
const texts = new WeakMap<ReviewRow, string>();

function textOf(row: ReviewRow): string {
  const known = texts.get(row);
  if (known !== undefined) return known;
  const text = plain([row.name, row.account, row.owner].join(' '));
  texts.set(row, text);
  return text;
}

const plain = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim();
