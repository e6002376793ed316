/** Criteria in words. */
import { i18n } from '#i18n';
import type { IsoDay } from '../../lib/domain/day';
import type { Criterion } from '../../lib/domain/decision';
import type { Playbook } from '../../lib/domain/playbook';
import { day } from '../format';

/** "Stop if they say no: Someone committed to change" */
export function criterionWords({ calls, when, question, by }: Criterion, playbook: Playbook, today: IsoDay): string {
  const short = playbook.questions.find(({ id }) => id === question)?.short ?? question;
  const until = by ? day(by, today) : i18n.t('words.none');
  return i18n.t(`decision.criterion.${when}`, [i18n.t(`decision.choice.${calls}`), short, until]);
}
