import { Button } from 'react-aria-components';
import { i18n } from '#i18n';
import type { IsoDay } from '../../lib/domain/day';
import type { KeptReview } from '../../lib/domain/review';
import { showTab } from '../../lib/state/panel-store';
import { day } from '../format';

/** At the top of a deal, until its seller answered: what a spot check left there, and by when. */
export function AskedNote({ asked, today }: { asked: KeptReview | null; today: IsoDay }) {
  if (!asked || asked.reply || asked.ask.trim() === '') return null;
  const { ask, followUp } = asked;
  const isLate = followUp !== null && followUp < today;
  return (
    <section className="deal-note" aria-label={i18n.t('review.asked.note')}>
      <div>
        <p className="small quiet">
          {i18n.t('review.asked.note')}
          {followUp && (
            <span className={isLate ? 'look' : undefined}>
              {' · '}
              {i18n.t(isLate ? 'review.asked.late' : 'review.asked.by', [day(followUp, today)])}
            </span>
          )}
        </p>
        <p>
          <bdi>{ask}</bdi>
        </p>
      </div>
      <Button className="button" onPress={() => showTab('deal')}>
        {i18n.t('review.asked.answer')}
      </Button>
    </section>
  );
}
