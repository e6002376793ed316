import { Button } from 'react-aria-components';
import { i18n } from '#i18n';
import { type CheckedAnswer, RESULTS } from '../../lib/domain/review';
import type { ReviewRow } from '../../lib/domain/review-row';
import type { Round } from '../../lib/domain/round';
import { endCheck, hand } from '../../lib/state/review-view';
import { useToday } from '../../lib/state/today';
import { day } from '../format';
import { useKeys, useStageHeading } from './use-stage';
import { clockWord, dealName } from './words';

interface CheckDoneProps {
  round: Round;
  all: readonly ReviewRow[];
}

/** What the round came to: deal by deal, the question and the date. */
export function CheckDone({ round, all }: CheckDoneProps) {
  const { began, ended, done } = round;
  const today = useToday().day;
  const heading = useStageHeading();
  useKeys({ Enter: endCheck });
  const rows = done.map(({ deal, answers }) => ({ answers, row: all.find((row) => row.deal === deal) }));
  const theirs = rows.filter(({ row }) => row?.whose).length;
  return (
    <section className="spot-stage">
      <h2 ref={heading} tabIndex={-1} className="spot-how">
        {done.length === 0 ? i18n.t('review.check.none') : i18n.t('review.check.done', done.length)}
      </h2>
      {done.length > 0 && ended !== null && (
        <p className="quiet">{i18n.t('review.check.took', [clockWord((ended - began) / 1000)])}</p>
      )}
      <ul className="spot-list">
        {rows.map(
          ({ row, answers }) =>
            row && (
              <li key={row.deal}>
                <bdi className="strong">{dealName(row)}</bdi> <span className="quiet">{resultWords(answers)}</span>
                {row.promise && (
                  <p>
                    <bdi>{row.promise.ask}</bdi>
                    {row.promise.followUp && (
                      <span className="quiet"> {i18n.t('review.asked.by', [day(row.promise.followUp, today)])}</span>
                    )}
                  </p>
                )}
              </li>
            ),
        )}
      </ul>
      {theirs > 0 && <p>{i18n.t('review.check.theirs', theirs)}</p>}
      <div className="spot-ways">
        <Button className="button first spot-go" onPress={endCheck}>
          {i18n.t('review.check.toReview')}
        </Button>
        {theirs > 0 && (
          <Button className="button spot-go" onPress={() => hand('back')}>
            {i18n.t('packs.back')}
          </Button>
        )}
      </div>
    </section>
  );
}

/** "1 weaker, 2 agree" */
function resultWords(answers: readonly CheckedAnswer[]): string {
  return RESULTS.flatMap((result) => {
    const count = answers.filter((answer) => answer.result === result).length;
    return count > 0 ? [i18n.t(`review.check.result.${result}`, [String(count)])] : [];
  }).join(', ');
}
