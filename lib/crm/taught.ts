/** What a person taught, as an adapter: the same reader, the same rules, other data. */
import type { Field } from '../domain/deal';
import type { Taught, TaughtAddress, TaughtSpot, TaughtStep } from '../domain/taught';
import type { CrmAdapter, PageMap, Spot } from './adapter';
import { rulesOf } from './address-pattern';
import { siteAdapter } from './site-adapter';

/** What matches nothing. */
export const NOTHING = ':not(*)';

/** A spot's `from`: what was taught is told from what an adapter knows. */
const TAUGHT_FROM = 'taught-';

/** Steps as a selector: the first anywhere, each further one a child of the one before. */
export function selectorOf(steps: readonly TaughtStep[]): string {
  return steps.map(stepSelector).join('>');
}

function stepSelector({ tag, mark, nth }: TaughtStep): string {
  // A class is one word of several; other attributes count whole.
  const attribute = mark && `[${named(mark.name)}${mark.name === 'class' ? '~' : ''}="${quoted(mark.value)}"]`;
  return `${named(tag)}${attribute ?? ''}${nth === undefined ? '' : `:nth-of-type(${nth})`}`;
}

/** A name that the schema let through, as a selector has it; `CSS.escape` is not everywhere that this runs. */
function named(name: string): string {
  return name.replace(/[.:]/g, String.raw`\$&`);
}

/** A text within a selector's quotes. */
function quoted(text: string): string {
  return text.replace(/["\\]/g, String.raw`\$&`).replace(/[\n\r\f]/g, ' ');
}

/** A label as it is compared: without what is put behind it. */
export function labelText(words: string): string {
  return words
    .replace(/\s+/g, ' ')
    .replace(/[\s:*：]+$/, '')
    .trim();
}

/** A taught spot as the reader takes it. */
function spotOf({ way, steps, inside, label }: TaughtSpot): Spot {
  const words =
    label && `\\|\\s*${label.replace(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`).replace(/ /g, '\\s+')}[\\s:*：]*$`;
  return [TAUGHT_FROM + way, selectorOf(steps), words, inside && selectorOf(inside)];
}

/** The map of a page that nothing but what was taught is known of: what can be seen of it counts. */
const BARE: PageMap = {
  pages: ['body'],
  behind: NOTHING,
  shown: true,
  spots: { name: [], account: [], stage: [], amount: [], closeDate: [], owner: [] },
  value: NOTHING,
  label: NOTHING,
  noise: 'script,style,label,legend,[role=listbox]',
  watched: NOTHING,
  editing: NOTHING,
  moves: NOTHING,
  docked: NOTHING,
};

/** The map of a page with what was taught of it: before what the adapter knows, or alone. */
export function taughtMap({ fields }: Pick<Taught, 'fields'>, known: PageMap = BARE): PageMap {
  const spots: Record<Field, readonly Spot[]> = { ...known.spots };
  const elements: Partial<Record<Field, string[]>> = {};
  for (const field of Object.keys(spots) as Field[]) {
    const taught = (fields[field] ?? []).map(spotOf);
    spots[field] = [...taught, ...spots[field]];
    elements[field] = taught.map(([, element]) => element);
  }
  const { stage = [], amount = [], closeDate = [] } = elements;
  // A line of a form may show what is typed and not saved yet, for as long as the keyboard is in it.
  const typedIn = Object.values(elements)
    .flat()
    .map((element) => `:is(${element},:is(${element}) *):is(input,textarea,select):focus`);
  return {
    ...known,
    spots,
    watched: [known.watched, ...stage, ...amount, ...closeDate].join(),
    editing: [known.editing, ...typedIn].join(),
  };
}

/** A site whose CRM nobody but the person knows. */
export function taughtAdapter(address: TaughtAddress, fields: Taught['fields']): CrmAdapter {
  // What it rests on is the page that the person had before them.
  const about = { name: '', address: 'run', reads: {}, testedOn: 'pages', asOf: '' } as const;
  return siteAdapter({ id: 'taught', about, hosts: null, rules: rulesOf(address), map: taughtMap({ fields }) });
}
