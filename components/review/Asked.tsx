import { i18n } from '#i18n';
import type { IsoDay } from '../../lib/domain/day';
import { questionOf } from '../../lib/domain/playbook';
import { type KeptReview, replyKey } from '../../lib/domain/review';
import type { DealView } from '../../lib/domain/view';
import { useDraftLine } from '../../lib/state/draft-line';
import { reply, useReviews } from '../../lib/state/spotcheck';
import { day, instant } from '../format';
import { LineField } from '../panel/LineField';
import { useReading } from '../panel/reading';
import { SavedMark } from '../panel/SavedMark';

/** On the deal, for its seller: what the last spot check found, what was asked, by when; and their answer to it. */
export function Asked({ view, today }: { view: DealView; today: IsoDay }) {
  const [last] = useReviews(view.deal);
  const isReading = useReading();
  if (!last) return null;
  const { ask, followUp, answers, at, reply: said } = last;
  const isLate = followUp !== null && followUp < today && !said;
  return (
    <section aria-labelledby="deal-asked">
      <h3 id="deal-asked">{i18n.t(isReading ? 'theirs.asked' : 'review.asked.heading')}</h3>
      <p className="small quiet">
        {i18n.t('review.asked.on', [instant(at)])} {!isReading && i18n.t('review.asked.stays')}
      </p>
      <ul className="asked-results">
        {answers.map(({ question, result }) => (
          <li key={question}>
            <span className="strong">{i18n.t(`review.asked.result.${result}`)}</span>{' '}
            {questionOf(view.playbook, question)?.short ?? question}
          </li>
        ))}
      </ul>
      {ask && (
        <>
          {!isReading && <p className="small quiet">{i18n.t('review.asked.ask')}</p>}
          <blockquote className="asked-ask">
            <bdi>{ask}</bdi>
          </blockquote>
        </>
      )}
      {followUp && (
        <p className={isLate ? 'small look' : 'small quiet'}>
          {i18n.t(isLate ? 'review.asked.late' : 'review.asked.by', [day(followUp, today)])}
        </p>
      )}
      {(ask || followUp) && !isReading && <Reply key={last.op} view={view} review={last} />}
      {isReading && said && (
        <p>
          <span className="small quiet block">{i18n.t('theirs.replied', [instant(said.at)])}</span>
          <bdi>{said.text}</bdi>
        </p>
      )}
    </section>
  );
}

function Reply({ view, review }: { view: DealView; review: KeptReview }) {
  const { unique } = review;
  const kept = review.reply?.text ?? '';
  const { text, type, done } = useDraftLine(view.deal, replyKey(unique), kept);
  const leave = async () => {
    if (text.trim() === kept || (await reply(view.deal, unique, text))) done();
  };
  return (
    <>
      <LineField
        label={i18n.t('review.asked.reply')}
        placeholder={i18n.t('review.asked.replyHint')}
        value={text}
        onType={type}
        onLeave={() => void leave()}
      />
      <SavedMark deal={view.deal} of={replyKey(unique)} again={leave} text={text} />
    </>
  );
}
