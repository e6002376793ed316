/**
 * Addresses of deals that a person taught: proposed from one of them, written as a pattern
 * (`/deals/{id}`), and made into the rules that every other CRM's addresses are told apart by.
 */
import type { IdForm, TaughtAddress } from '../domain/taught';
import type { AddressRules } from './address';

const ID = '{id}';

const FORMS: Record<IdForm, string> = {
  number: String.raw`\d{1,20}`,
  uuid: String.raw`(?:\{|%7B)?[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}(?:\}|%7D)?`,
  // At least one digit: `new`, `list` and `settings` are no ids.
  code: String.raw`(?=[\w-]*\d)[\w-]{2,100}`,
};

/** What an id looks like; `null` where it does not look like one. */
export function formOf(text: string): IdForm | null {
  return (['number', 'uuid', 'code'] as const).find((form) => RegExp(`^${FORMS[form]}$`, 'i').test(text)) ?? null;
}

/** An address as its parts: between slashes before and after `#`, and the parameters of both. */
interface Parts {
  path: string[];
  hash: string[] | null;
  params: [name: string, value: string][];
}

function partsOf(address: string): Parts {
  const [, before = '', query = '', after = ''] = /^([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/s.exec(address) ?? [];
  // After `#` stands a path with parameters behind it, or parameters alone (`#id=16&model=crm.lead`).
  const [, path = '', more = ''] = /^([^=?;]*(?=[?;]|$))?[?;]?(.*)$/s.exec(after) ?? [];
  const params = `${query}&${more}`.split('&').filter((param) => param.includes('='));
  return {
    path: before.replace(/\/+$/, '').split('/'),
    hash: path ? path.replace(/\/+$/, '').split('/') : null,
    params: params.map((param) => [param.slice(0, param.indexOf('=')), param.slice(param.indexOf('=') + 1)]),
  };
}

function patternOf({ path, hash, params }: Parts, inHash: ReadonlySet<string>): string {
  const joined = (wanted: boolean) =>
    params.flatMap(([name, value]) => (inHash.has(name) === wanted ? [`${name}=${value}`] : [])).join('&');
  const query = joined(false);
  const more = joined(true);
  const after = `${hash?.join('/') ?? ''}${hash && more ? '?' : ''}${more}`;
  return `${path.join('/') || '/'}${query && `?${query}`}${after && `#${after}`}`;
}

/** The rules of a taught site. A pattern says nothing of lists and boards. */
export function rulesOf({ pattern, id }: TaughtAddress): AddressRules {
  const { path, hash, params } = partsOf(pattern);
  const place = (found: string) => `(?<id>${FORMS[id]})${found}`;
  const between = (parts: string[]) =>
    parts.map((part) => (part === ID ? place('') : part === '*' ? '[^/?#]+' : escaped(part))).join('/');
  let deal = '^';
  let last = '';
  // In whatever order the address has them.
  for (const [name, value] of params) {
    if (value === ID) last = `.*[?&#;]${escaped(name)}=${place('(?=[&#;]|$)')}`;
    else deal += `(?=.*[?&#;]${escaped(name)}=${value === '*' ? '' : `${escaped(value)}(?:[&#;]|$)`})`;
  }
  deal += `${between(path)}(?=[/?#;]|$)`;
  if (hash) deal += `[^#]*#${between(hash)}(?=[/?&;]|$)`;
  // A uuid is the same in upper and lower case; other ids may not be.
  return { deal: deal + last, list: '(?!)', flags: id === 'uuid' ? 'i' : '', card: ':not(*)' };
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`);
}

/** A part of an address that may be the deal's id. */
export interface Proposal {
  /** What stands there now. */
  id: string;
  address: TaughtAddress;
}

/** Parameters that say where one is in the program, and not on which record. */
const ELSEWHERE = /app|tab|view|menu|action|cid|session|user|page|workspace|return|filter|sort/i;
const NAMED_ID = /(^|[_-])(record|object|deal|opportunity)?[_-]?(id|guid|key|record)$/i;

/** Which parts of an address may be the deal's id, the likeliest first. */
export function proposalsFor(url: URL): Proposal[] {
  const address = url.href.slice(url.origin.length);
  const parts = partsOf(address);
  const inHash = new Set(partsOf(`/${url.hash}`).params.map(([name]) => name));
  // What has words for a value says what kind of page it is (`module=Deals`); the rest comes and goes.
  const telling = parts.params.filter(([, value]) => /^[A-Za-z][A-Za-z._-]{0,40}$/.test(value));
  const found: (Proposal & { rank: number })[] = [];
  const add = (id: string, rank: number, at: (id: string) => Parts) => {
    const form = formOf(id);
    if (!form) return;
    const surer = { number: 1, code: 0, uuid: 2 }[form];
    found.push({ id, rank: rank + surer, address: { pattern: patternOf(at(ID), inHash), id: form } });
  };
  const before = (all: string[], index: number, id: string) => [...all.slice(0, index), id];
  for (const [index, part] of parts.path.entries())
    add(part, 2 + index / 10, (id) => ({ path: before(parts.path, index, id), hash: null, params: telling }));
  for (const [index, part] of (parts.hash ?? []).entries())
    add(part, 4 + index / 10, (id) => ({ ...parts, hash: before(parts.hash ?? [], index, id), params: telling }));
  for (const [name, value] of parts.params) {
    const rank = NAMED_ID.test(name) ? 6 : ELSEWHERE.test(name) ? -2 : 1;
    add(value, rank, (id) => ({ ...parts, params: [...telling, [name, id]] }));
  }
  return found.sort((a, b) => b.rank - a.rank).map(({ id, address: proposed }) => ({ id, address: proposed }));
}

/** The pattern as a person may have typed it over: without the site, its spaces and its end; `null` where it is none. */
export function asPattern(typed: string, origin: string): string | null {
  const pattern = typed
    .trim()
    .replace(origin, '')
    .replace(/^(?!\/)/, '/');
  return /^\/[^{}\s]*\{id\}[^{}\s]*$/.test(pattern) && hasWholeId(pattern) ? pattern : null;
}

/** The id must be a whole part of the address: half of one would tell two deals as the same. */
function hasWholeId(pattern: string): boolean {
  const { path, hash, params } = partsOf(pattern);
  return [...path, ...(hash ?? []), ...params.map(([, value]) => value)].includes(ID);
}
