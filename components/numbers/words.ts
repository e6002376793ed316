/** Numbers of execution in words. */
import { i18n } from '#i18n';
import { type Period, type Span, shareOf } from '../../lib/domain/execution';
import type { Tally } from '../../lib/domain/habit-count';
import { INTERACTION_IDS, questionFor } from '../../lib/domain/interaction';
import type { Question, QuestionId } from '../../lib/domain/playbook';
import { allPlaybooks, type TeamPlaybooks } from '../../lib/domain/team-playbooks';
import { share } from '../format';

/** "7 of 12" */
export function countWords({ good, of }: Tally): string {
  return i18n.t('numbers.of', [String(good), String(of)]);
}

/** "58 %, 7 of 12", or the count alone where there are few. */
export function tallyWords({ good, of }: Tally): string {
  const figure = shareOf(good, of);
  if (figure.kind === 'none') return i18n.t('words.none');
  return figure.kind === 'share' ? `${share(figure.share)}, ${countWords({ good, of })}` : countWords({ good, of });
}

const month = new Intl.DateTimeFormat(navigator.language, { month: 'short', year: 'numeric', timeZone: 'UTC' });

/** "Nov 2026", "Oct – Dec 2026": a period that runs is named as a whole. */
export function periodName({ from }: Period, span: Span): string {
  if (span === 'month') return month.format(new Date(from));
  const last = new Date(from);
  last.setUTCMonth(last.getUTCMonth() + 2);
  return month.formatRange(new Date(from), last);
}

/** A question by its id, of any playbook there is, or one that Footing answers itself. */
export function anyQuestion(team: TeamPlaybooks | null): (id: QuestionId) => Question | null {
  const asked = team ? allPlaybooks(team).flatMap(({ questions }) => questions) : [];
  const all = new Map([...asked, ...INTERACTION_IDS.map(questionFor)].map((question) => [question.id, question]));
  return (id) => all.get(id) ?? null;
}
