/**
 * Erasing for good: what it reaches, and the mark that it leaves. The mark holds no text, only the
 * fingerprint of what was erased and up to which moment, so that a backup or a hand-over from before
 * cannot bring it back unnoticed. What is said later of the same deal is new, and is kept.
 */
import type { OpId } from './clock';
import type { Instant } from './day';
import type { DealKey, OrgKey } from './deal';
import { type Fingerprint, fingerprintOf } from './fingerprint';
import type { Op, Subject } from './op';

/** What is to go: one answer or other entry of a deal with its history, a deal, an org, or all there is. */
export type EraseScope =
  | { what: 'entry'; deal: DealKey; key: string }
  | { what: 'deal'; deal: DealKey }
  | { what: 'org'; org: OrgKey }
  | { what: 'everything' };

/** What was erased once. */
export interface Erasure {
  of: Fingerprint;
  /** The newest op there was then, of anything: nothing up to it comes back by itself. */
  upTo: OpId;
  at: Instant;
}

/** Whether erasing reaches something that is said of a subject; `key` is `null` for the subject as a whole. */
export function reaches(scope: EraseScope, subject: Subject, key: string | null): boolean {
  switch (scope.what) {
    case 'entry':
      return subject === scope.deal && key === scope.key;
    case 'deal':
      return subject === scope.deal;
    case 'org':
      return subject === scope.org || subject.startsWith(`${scope.org}:`);
    case 'everything':
      return true;
  }
}

/** The mark of an erasing. `newest`: the newest op that the log held before it. */
export function erasureOf(scope: EraseScope, newest: OpId, at: Instant): Erasure {
  return { of: fingerprintOf(textOf(scope)), upTo: newest, at };
}

function textOf(scope: EraseScope): string {
  switch (scope.what) {
    case 'entry':
      return `${scope.deal} ${scope.key}`;
    case 'deal':
      return scope.deal;
    case 'org':
      return scope.org;
    case 'everything':
      return '';
  }
}

/** What was erased, ready to be asked of many ops. */
export class Erased {
  private readonly byPrint: ReadonlyMap<Fingerprint, Erasure>;
  private readonly bySubject = new Map<Subject, Erasure[]>();

  constructor(erasures: readonly Erasure[]) {
    this.byPrint = new Map(erasures.map((erasure) => [erasure.of, erasure]));
  }

  /** The erasings that an op fell under; none of one that may be here. */
  of(op: Pick<Op, 'id' | 'subject' | 'key'>): Erasure[] {
    if (this.byPrint.size === 0) return [];
    const entry = this.byPrint.get(fingerprintOf(`${op.subject} ${op.key}`));
    return [...this.ofSubject(op.subject), ...(entry ? [entry] : [])].filter(({ upTo }) => op.id <= upTo);
  }

  private ofSubject(subject: Subject): Erasure[] {
    const known = this.bySubject.get(subject);
    if (known) return known;
    // The subject itself, a deal or an org; a deal's org; everything.
    const wholes = [subject, subject.slice(0, subject.lastIndexOf(':')), ''];
    const found = [...new Set(wholes)].flatMap((whole) => this.byPrint.get(fingerprintOf(whole)) ?? []);
    this.bySubject.set(subject, found);
    return found;
  }
}
