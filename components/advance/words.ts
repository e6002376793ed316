/** What to know before a deal moves on, in words: for the panel, and in one line for the launcher. */
import { i18n } from '#i18n';
import type { AdvanceCheck } from '../../lib/domain/advance';
import type { IsoDay } from '../../lib/domain/day';
import { INTERACTION_IDS, questionFor } from '../../lib/domain/interaction';
import type { Playbook, QuestionId } from '../../lib/domain/playbook';
import { ago } from '../format';

/** How many gaps are named before the rest is counted. */
const NAMED = 3;

/** "Someone committed to change - only our word so far"; where nothing is answered, that. */
export function weakestWords({ weakest }: AdvanceCheck): string {
  if (!weakest) return i18n.t('advance.nothing');
  const { question, gap } = weakest;
  return gap ? i18n.t('advance.fact', [question.short, i18n.t(`advance.gap.${gap}`)]) : question.short;
}

/** "A named owner - 60 days ago"; `null` where there is no evidence, or only that of today. */
export function oldestWords({ oldest }: AdvanceCheck, today: IsoDay): string | null {
  if (!oldest?.answer || !oldest.age) return null;
  return i18n.t('advance.fact', [oldest.question.short, ago(oldest.answer.evidenceOn, today)]);
}

/** The one question to ask, in the customer's words. */
export function askWords({ next, gaps }: AdvanceCheck): string {
  return next?.ask ?? gaps[0]?.question.ask ?? '';
}

/** What the launcher says; two lines at most. */
export function adviceLine(check: AdvanceCheck, today: IsoDay): string {
  const oldest = oldestWords(check, today);
  const facts = [
    i18n.t('words.gaps', check.gaps.length),
    i18n.t('advance.weakest', [weakestWords(check)]),
    ...(oldest ? [i18n.t('advance.oldest', [oldest])] : []),
  ];
  return `${i18n.t('advance.before', [facts.join('. ')])}\n${i18n.t('advance.ask', [askWords(check)])}`;
}

/** "Something happens, on a date; Who can say yes; 2 more" */
export function namedGaps(questions: readonly QuestionId[], playbook: Playbook): string {
  const named = questions.slice(0, NAMED).map((id) => shortOf(id, playbook));
  const more = questions.length - named.length;
  return [...named, ...(more > 0 ? [i18n.t('advance.more', [String(more)])] : [])].join('; ');
}

/** A question's short name; one that this playbook does not ask is called by its id. */
function shortOf(id: QuestionId, playbook: Playbook): string {
  const observed = INTERACTION_IDS.find((one) => one === id);
  const question = observed ? questionFor(observed) : playbook.questions.find((one) => one.id === id);
  return question?.short ?? id;
}
