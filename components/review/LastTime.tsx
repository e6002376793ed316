import { Button } from 'react-aria-components';
import { i18n } from '#i18n';
import type { KeptReview } from '../../lib/domain/review';
import { useToday } from '../../lib/state/today';
import { day, instant } from '../format';
import { useKeys, useStageHeading } from './use-stage';

/** What was promised last time comes before anything new. */
export function LastTime({ promise, onGoOn }: { promise: KeptReview; onGoOn: () => void }) {
  const today = useToday().day;
  const heading = useStageHeading();
  useKeys({ Enter: onGoOn });
  const { ask, at, followUp, reply } = promise;
  const isLate = followUp !== null && followUp < today && !reply;
  return (
    <section className="spot-stage">
      <p className="quiet">
        {i18n.t('review.check.last')}: {i18n.t('review.check.lastAsked', [instant(at)])}
        {followUp && (
          <span className={isLate ? 'look' : undefined}>, {i18n.t('review.check.lastBy', [day(followUp, today)])}</span>
        )}
      </p>
      <h2 ref={heading} tabIndex={-1} className="spot-how">
        <bdi>{ask || i18n.t('review.check.last')}</bdi>
      </h2>
      <dl className="spot-claim">
        <div>
          <dt>{i18n.t('review.check.lastReply')}</dt>
          <dd>
            {reply ? (
              <blockquote>
                <bdi>{reply.text}</bdi>
              </blockquote>
            ) : (
              <span className="quiet">{i18n.t('review.check.noReply')}</span>
            )}
          </dd>
        </div>
      </dl>
      <Button className="button first spot-go" onPress={onGoOn}>
        {i18n.t('review.check.goOn')}
      </Button>
    </section>
  );
}
