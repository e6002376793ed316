/**
 * What a person changes, from the first key to the kept revision: one way for answers, meetings and
 * what waiting costs. A click is saved at once. Typed text is kept as a draft at each key, and becomes
 * a revision when its field is left, the panel is hidden, or the page goes to another deal.
 */
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { type OpId, timeOf } from '../domain/clock';
import type { DealKey } from '../domain/deal';
import { newestCell } from '../domain/fold';
import type { Op } from '../domain/op';
import { sameJson } from '../domain/same-json';
import { readWhole } from '../storage/whose';
import { discardDraft, holdDraft, type LeftDraft, takeOverDrafts } from './draft-rows';
import { alone, pageAgrees, saveAnyway, setMark } from './saving';

/** A change that is not yet seen in what is kept. `V` is what is changed, `P` the parts of a change. */
export interface Change<V, P extends object> {
  deal: DealKey;
  /** The key of the op that it becomes; its draft and its mark go by it too. */
  key: string;
  /** What is changed where nothing is kept. */
  base: V;
  /** What is not saved yet, by what it touches, the newest last; empty when everything is. */
  parts: P;
  /**
   * `asking`: the page is being asked whether it is still at the deal. `agreed`: it was.
   * `held`: it was not; the person says whether the change is meant for this deal.
   */
  state: 'asking' | 'agreed' | 'held';
  /** What is saved, and in which revision; it goes on showing until that is read back. */
  saved: { op: OpId; value: V } | null;
}

/** What is particular to one kind of thing that is changed. */
export interface Kind<V, P extends object> {
  /** What a cell of the log says; `null` where it says nothing, or cannot be read. */
  read(value: unknown): V | null;
  /** A value with the parts of a change. */
  revised(value: V, parts: P): V;
  /** @throws NotSaved */
  save(deal: DealKey, key: string, value: V): Promise<Op>;
  /** Whether a change may be kept as it stands; what is half said stays a draft. */
  isWhole?(parts: P): boolean;
  /** What the draft's row holds; the parts, where nothing else is said. */
  draft?(change: Change<V, P>): object;
  /** The change that a draft was of; `null` where it is none of this kind. */
  found(draft: Pick<LeftDraft, 'key' | 'patch'>): Pick<Change<V, P>, 'base' | 'parts'> | null;
}

const idOf = (deal: DealKey, key: string) => `${deal} ${key}`;

/** Whether anything of a change is still to be saved. */
export function isOpen({ parts }: { parts: object }): boolean {
  return Object.keys(parts).length > 0;
}

/** Every change of one kind, in whichever deal. */
export class Changes<V extends object, P extends object> {
  readonly store = createStore<Readonly<Record<string, Change<V, P>>>>()(() => ({}));
  private readonly kind: Kind<V, P>;
  /** What is on its way to the disk, by the parts that it writes. */
  private readonly writing = new WeakMap<P, Promise<boolean>>();

  constructor(kind: Kind<V, P>) {
    this.kind = kind;
  }

  /** A click: saved at once, if the page is still at the deal; says whether it is. */
  async change(deal: DealKey, key: string, base: V, parts: P): Promise<boolean> {
    this.put(deal, key, base, parts, 'asking');
    return this.settle(deal, key);
  }

  /** A key: kept as a draft at once. */
  async type(deal: DealKey, key: string, base: V, parts: P): Promise<void> {
    const began = this.find(deal, key);
    const goesOn = began !== undefined && isOpen(began);
    const drafted = this.hold(this.put(deal, key, base, parts, goesOn ? began.state : 'asking'));
    if (goesOn) return drafted;
    const agreed = await pageAgrees(deal);
    if (this.find(deal, key)?.state !== 'asking') return;
    if (!agreed) this.wait(deal, key);
    await this.hold(this.become(deal, key, { state: agreed ? 'agreed' : 'held' }));
  }

  /** A field was left: what was typed in it becomes a revision, unless it waits for the person's word. */
  async leave(deal: DealKey, key: string): Promise<void> {
    if (this.find(deal, key)?.state !== 'held') await this.settle(deal, key);
  }

  /** Everything typed and not yet a revision becomes one: the panel is hidden, or the page moved on. */
  async leaveAll(): Promise<void> {
    await Promise.all(Object.values(this.store.getState()).map(({ deal, key }) => this.leave(deal, key)));
  }

  /** The person says: this is meant for this deal. Also "try again". */
  async keep(deal: DealKey, key: string): Promise<void> {
    this.become(deal, key, { state: 'asking' });
    await this.settle(deal, key);
  }

  /** The person says: this was not meant. */
  async drop(deal: DealKey, key: string): Promise<void> {
    setMark(deal, key, { state: 'undone' });
    await this.forget(deal, key);
  }

  /** Lets go of a change and of its draft, or that would come back. */
  async forget(deal: DealKey, key: string): Promise<void> {
    this.remove(deal, key);
    await discardDraft(deal, key);
  }

  /** The deal was read back up to `newest`: what was saved by then is seen there. */
  caughtUp(deal: DealKey, newest: OpId): void {
    for (const one of Object.values(this.store.getState())) {
      if (one.deal !== deal || !one.saved || one.saved.op > newest) continue;
      if (isOpen(one)) this.become(deal, one.key, { saved: null });
      else this.remove(deal, one.key);
    }
  }

  /** A deal is shown: what a crash left behind of it becomes revisions; what was held is asked again. */
  async recover(deal: DealKey): Promise<void> {
    for (const draft of await takeOverDrafts(deal)) {
      const { key } = draft;
      const found = this.kind.found(draft);
      const mine = this.find(deal, key);
      if (!found || (mine && isOpen(mine))) continue;
      // What was kept since is not overruled by it: the person says which holds.
      const isHeld = draft.held || (await this.isOverruled(deal, draft, found));
      this.put(deal, key, found.base, found.parts, isHeld ? 'held' : 'agreed');
      if (!isHeld) await this.settle(deal, key);
    }
  }

  /** What is kept at this moment of what this person changes. */
  async kept(deal: DealKey, key: string): Promise<V | null> {
    return this.kind.read((await this.cell(deal, key))?.value);
  }

  private async cell(deal: DealKey, key: string) {
    const { doc, authors } = await readWhole(deal);
    return doc && newestCell(doc, key, authors);
  }

  private async isOverruled(deal: DealKey, { key, at }: LeftDraft, found: Pick<Change<V, P>, 'base' | 'parts'>) {
    const cell = await this.cell(deal, key);
    if (!cell || at === undefined || timeOf(cell.op) <= at) return false;
    const kept = this.kind.read(cell.value);
    return !sameJson(this.kind.revised(kept ?? found.base, found.parts), kept);
  }

  private find(deal: DealKey, key: string): Change<V, P> | undefined {
    return this.store.getState()[idOf(deal, key)];
  }

  private put(deal: DealKey, key: string, base: V, parts: P, state: Change<V, P>['state']): Change<V, P> {
    const last = this.find(deal, key);
    const others = Object.entries(last?.parts ?? {}).filter(([part]) => !Object.hasOwn(parts, part));
    const all = { ...Object.fromEntries(others), ...parts };
    const now = { deal, key, base, parts: all, state, saved: last?.saved ?? null };
    this.store.setState({ [idOf(deal, key)]: now });
    return now;
  }

  private become(deal: DealKey, key: string, news: Partial<Change<V, P>>): Change<V, P> | undefined {
    const last = this.find(deal, key);
    if (!last) return undefined;
    const now = { ...last, ...news };
    this.store.setState({ [idOf(deal, key)]: now });
    return now;
  }

  private remove(deal: DealKey, key: string): void {
    const { [idOf(deal, key)]: _, ...others } = this.store.getState();
    this.store.setState(others, true);
  }

  /** The draft's row; a text that could not even be kept so is still in its field, and the save will say. */
  private async hold(mine: Change<V, P> | undefined): Promise<void> {
    if (!mine) return;
    const patch = this.kind.draft?.(mine) ?? mine.parts;
    await holdDraft(mine.deal, mine.key, { patch, held: mine.state !== 'agreed' });
  }

  private wait(deal: DealKey, key: string): void {
    setMark(deal, key, { state: 'waiting', again: () => this.keep(deal, key) });
  }

  /**
   * Makes a revision of a change; says whether it is kept. What was typed while the page agreed
   * belongs to its deal wherever the page is by now.
   */
  private async settle(deal: DealKey, key: string): Promise<boolean> {
    const began = this.find(deal, key);
    if (!began || !isOpen(began)) return true;
    const agreed = began.state !== 'asking' || (await pageAgrees(deal));
    const mine = this.become(deal, key, { state: agreed ? 'agreed' : 'held' });
    // Dropped, or saved by another way, while the page was asked.
    if (!mine || !isOpen(mine)) return true;
    if (!agreed) this.wait(deal, key);
    const done = agreed && this.kind.isWhole?.(mine.parts) !== false && (await this.writeOnce(mine));
    if (!done) await this.hold(this.find(deal, key));
    return done;
  }

  /** A field that is left twice at once is one write: a second would find nothing to do, and nothing to undo. */
  private writeOnce(mine: Change<V, P>): Promise<boolean> {
    const going = this.writing.get(mine.parts) ?? this.write(mine).finally(() => this.writing.delete(mine.parts));
    this.writing.set(mine.parts, going);
    return going;
  }

  /** Writes a change on what is kept at this moment: another panel may have added to it. */
  private async write({ deal, key, base, parts }: Change<V, P>): Promise<boolean> {
    let value = base;
    const revise = async () => {
      const kept = await this.kept(deal, key);
      value = this.kind.revised(kept ?? base, parts);
      return kept && sameJson(kept, value) ? null : this.kind.save(deal, key, value);
    };
    const done = await saveAnyway(deal, key, () => alone(deal, revise), { again: () => this.keep(deal, key) });
    if (!done) return false;
    await this.written(deal, key, parts, done.op && { op: done.op.id, value });
    return true;
  }

  /** Lets go of what is in a revision now, and of nothing that was typed while it was written. */
  private async written(deal: DealKey, key: string, parts: P, saved: Change<V, P>['saved']): Promise<void> {
    const now = this.find(deal, key);
    if (!now) return;
    const rest = Object.entries(now.parts).filter(([part, value]) => Reflect.get(parts, part) !== value);
    const left = this.become(deal, key, { parts: Object.fromEntries(rest) as P, saved: saved ?? now.saved });
    if (left && isOpen(left)) return this.hold(left);
    if (!left?.saved) this.remove(deal, key);
    await discardDraft(deal, key);
  }
}

/** A change on the screen; `undefined` where everything is seen in what is kept. */
export function useChange<V extends object, P extends object>(
  { store }: Changes<V, P>,
  deal: DealKey,
  key: string,
): Change<V, P> | undefined {
  return useStore(store, (all) => all[idOf(deal, key)]);
}
