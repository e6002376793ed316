import { Button } from 'react-aria-components';
import { i18n } from '#i18n';
import { RESULTS, type Review } from '../../lib/domain/review';
import { endCheck } from '../../lib/state/review-view';
import { useToday } from '../../lib/state/today';
import { day } from '../format';
import { useStageHeading } from './use-stage';
import { clockWord } from './words';

/** A deal of the round, and what came of it. */
export interface Checked {
  deal: string;
  name: string;
  review: Review;
}

/** What the round came to: deal by deal, the question and the date. */
export function CheckDone({ done, took }: { done: readonly Checked[]; took: number }) {
  const today = useToday().day;
  const heading = useStageHeading();
  return (
    <section className="spot-stage">
      <h2 ref={heading} tabIndex={-1} className="spot-how">
        {done.length === 0 ? i18n.t('review.check.none') : i18n.t('review.check.done', done.length)}
      </h2>
      {done.length > 0 && <p className="quiet">{i18n.t('review.check.took', [clockWord(took)])}</p>}
      <ul className="spot-list">
        {done.map(({ deal, name, review }) => (
          <li key={deal}>
            <bdi className="strong">{name}</bdi> <span className="quiet">{resultWords(review)}</span>
            {review.ask && (
              <p>
                <bdi>{review.ask}</bdi>
                {review.followUp && (
                  <span className="quiet"> {i18n.t('review.asked.by', [day(review.followUp, today)])}</span>
                )}
              </p>
            )}
          </li>
        ))}
      </ul>
      <Button className="button first spot-go" onPress={endCheck}>
        {i18n.t('review.check.toReview')}
      </Button>
    </section>
  );
}

/** "1 weaker, 2 agree" */
function resultWords({ answers }: Review): string {
  return RESULTS.flatMap((result) => {
    const count = answers.filter((answer) => answer.result === result).length;
    return count > 0 ? [i18n.t(`review.check.result.${result}`, [String(count)])] : [];
  }).join(', ');
}
