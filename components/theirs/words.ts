/** Whose a deal is, in words. */
import { i18n } from '#i18n';
import type { AuthorId } from '../../lib/domain/op';
import type { ShownDeal } from '../../lib/state/deal';

const list = new Intl.ListFormat(i18n.t('lang'));

/** "Kim Lee", or that nobody said their name. */
export function nameWords(names: readonly string[]): string {
  return names.length > 0 ? list.format(names) : i18n.t('theirs.nobody');
}

type Shown = Extract<ShownDeal, { state: 'shown' }>;

/** What some of those are called who worked on a deal, each once. */
export function namesAmong({ names }: Pick<Shown, 'names'>, authors: readonly AuthorId[]): string[] {
  return [...new Set(authors.flatMap((author) => names[author] ?? []))];
}

/** What those are called who handed a deal over; `null`: it is mine. */
export function sellerNames(shown: Pick<Shown, 'of' | 'names'>): readonly string[] | null {
  return shown.of.isMine ? null : namesAmong(shown, shown.of.owners);
}

/** The name that stands at an answer, by who gave it: where a deal is one person's alone there is none. */
export function giversOf({ of, names }: Pick<Shown, 'of' | 'names'>): ReadonlyMap<AuthorId, string> {
  const others = [...of.authors, ...of.besides].filter((author) => !(of.isMine && of.owners.includes(author)));
  const givers = new Map(others.map((author) => [author, names[author] ?? i18n.t('theirs.nobody')]));
  return of.isMine || new Set(givers.values()).size > 1 ? givers : new Map();
}
