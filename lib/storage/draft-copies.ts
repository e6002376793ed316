/**
 * Copies of drafts that are made at once. A database answers some milliseconds later, and a tab
 * may be closed before: the last letters would be gone. `localStorage` takes them before the key
 * is over; a copy goes when its row is kept. Under a lock there are no copies: to seal one takes as
 * long as the row does.
 */
import type { Subject } from '../domain/op';
import { mayBePlain } from './lock';

/** The copy of one draft. */
export interface DraftCopy {
  key: string;
  value: unknown;
}

const prefix = (deal: Subject) => `draft ${deal} `;

/** Copies the present text of a draft. Where there is no such storage the row alone must do. */
export function copyDraft(deal: Subject, key: string, value: unknown): void {
  if (!mayBePlain()) return;
  try {
    localStorage.setItem(prefix(deal) + key, JSON.stringify(value));
  } catch {
    // Full or blocked: the row is being written all the same, and says so if it cannot be.
  }
}

/** Lets a copy go: its row is kept, or the draft is no more. */
export function dropCopy(deal: Subject, key: string): void {
  try {
    localStorage.removeItem(prefix(deal) + key);
  } catch {
    // Where nothing can be copied there is nothing to let go.
  }
}

/** The copies of a deal's drafts whose rows were never kept. One that cannot be read is left out. */
export function copiesOf(deal: Subject): DraftCopy[] {
  const names = namesOfCopies().filter((name) => name.startsWith(prefix(deal)));
  return names.flatMap((name) => {
    const value = readCopy(name);
    return value === null ? [] : [{ key: name.slice(prefix(deal).length), value }];
  });
}

function readCopy(name: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(name) ?? 'null');
  } catch {
    return null;
  }
}

/** None where there is no such storage: nothing can have been copied then. */
function namesOfCopies(): string[] {
  try {
    return Object.keys(localStorage).filter((name) => name.startsWith('draft '));
  } catch {
    return [];
  }
}

/** Lets go of every copy that `goes` says yes to. */
export function dropCopies(goes: (deal: Subject, key: string) => boolean): void {
  for (const name of namesOfCopies()) {
    const [, deal = '', key = ''] = name.split(' ');
    if (goes(deal, key)) dropCopy(deal, key);
  }
}

/** The copies of all deals' drafts, where any are left. */
export function allCopies(): (DraftCopy & { deal: Subject })[] {
  const deals = namesOfCopies().flatMap((name) => /^draft (\S+) /.exec(name)?.[1] ?? []);
  return [...new Set(deals)].flatMap((deal) => copiesOf(deal).map((copy) => ({ deal, ...copy })));
}
