/** Urgency's codes in words. */
import { i18n } from '#i18n';
import type { KeptAnswer } from '../../lib/domain/answer';
import type { IsoDay } from '../../lib/domain/day';
import type { DateFinding, Urgency } from '../../lib/domain/urgency';
import type { DealView } from '../../lib/domain/view';
import { day } from '../format';
import type { Standing } from '../panel/words';

/** The one sentence on the dates; the first finding is the one that matters most. */
export function datesSentence(urgency: Urgency, view: DealView, today: IsoDay): string {
  const [first] = urgency.findings;
  if (!first) return i18n.t('urgency.dates.none');
  return findingWords(first, urgency.day, view.facts.closeDate, today);
}

function findingWords(
  { code, days }: DateFinding,
  event: IsoDay | null,
  closeDate: DealView['facts']['closeDate'],
  today: IsoDay,
): string {
  const close = closeDate?.value ? day(closeDate.value, today) : (closeDate?.text ?? '');
  const theirs = event ? day(event, today) : '';
  switch (code) {
    case 'closePassed':
    case 'eventPassed':
      return i18n.t(`urgency.dates.${code}`, days ?? 0, [String(days), code === 'closePassed' ? close : theirs]);
    case 'closeAfterEvent':
    case 'closeBeforeEvent':
      return i18n.t(`urgency.dates.${code}`, days ?? 0, [String(days), theirs, close]);
    default:
      return i18n.t(`urgency.dates.${code}`, [close]);
  }
}

/** How a fact stands, as its mark shows it. */
export function factStanding(answer: KeptAnswer | null, stands: boolean): Standing {
  if (stands) return 'firm';
  if (answer?.verdict === 'notApplicable') return 'left';
  return !answer || answer.verdict === 'unknown' ? 'open' : 'partial';
}

/** The one or two words beside a fact. */
export function factWord(answer: KeptAnswer | null, stands: boolean, today: IsoDay): string {
  if (!answer) return i18n.t('words.gap.unanswered');
  if (answer.verdict === 'unknown' && answer.knowBy) return i18n.t('words.knowBy', [day(answer.knowBy, today)]);
  if (answer.verdict !== 'yes' && answer.verdict !== 'partly') return i18n.t(`words.verdict.${answer.verdict}`);
  return i18n.t(stands && answer.rung ? `words.rung.${answer.rung}` : 'words.gap.onlyOurWord');
}
