import { i18n } from '#i18n';
import type { IsoDay } from '../../lib/domain/day';
import { type Meeting, stateOf } from '../../lib/domain/meeting';
import { type KeptPromise, rankPromises, standingOf } from '../../lib/domain/promise';
import type { DealView } from '../../lib/domain/view';
import { day } from '../format';
import { promiserWord, timeWords } from '../meeting/words';

/** The meetings of a deal and what both sides promised, to be read. */
export function TheirMeetings({ view, today }: { view: DealView; today: IsoDay }) {
  const promises = rankPromises(view.promises, today);
  return (
    <div className="deal-tab">
      <section aria-labelledby="their-meetings">
        <h3 id="their-meetings">{i18n.t('theirs.meetings')}</h3>
        {view.meetings.length === 0 && <p className="quiet">{i18n.t('theirs.noMeetings')}</p>}
        {view.meetings.toReversed().map((meeting) => (
          <OneMeeting key={meeting.id} meeting={meeting} />
        ))}
      </section>
      <section aria-labelledby="their-promises">
        <h3 id="their-promises">{i18n.t('meeting.promise.title')}</h3>
        {promises.length === 0 && <p className="quiet">{i18n.t('meeting.promise.none')}</p>}
        <ul className="promise-list">
          {promises.map((promise) => (
            <OnePromise key={promise.id} promise={promise} today={today} />
          ))}
        </ul>
      </section>
    </div>
  );
}

function OneMeeting({ meeting }: { meeting: Meeting }) {
  const { purpose, valueGiven, topics, prepare, commitment } = meeting;
  return (
    <article className="their-meeting">
      <h4>
        {timeWords(meeting)} <span className="quiet">· {i18n.t(`theirs.state.${stateOf(meeting)}`)}</span>
      </h4>
      {purpose && <p dir="auto">{purpose}</p>}
      <ol>
        {topics.map(({ id, ask, minutes }) => (
          <li key={id}>
            <bdi>{ask}</bdi> <span className="quiet small">{i18n.t('theirs.minutes', [String(minutes)])}</span>
          </li>
        ))}
      </ol>
      <dl className="small">
        <Line name={i18n.t('theirs.theyGet')}>{valueGiven}</Line>
        <Line name={i18n.t('theirs.theyBring')}>{prepare.theirs.join(' · ')}</Line>
        <Line name={i18n.t('theirs.weBring')}>{prepare.ours.join(' · ')}</Line>
        <Line name={i18n.t('theirs.askFor')}>{commitment.text}</Line>
      </dl>
    </article>
  );
}

function Line({ name, children }: { name: string; children: string }) {
  if (children.trim() === '') return null;
  return (
    <div>
      <dt className="quiet">{name}</dt>
      <dd dir="auto">{children}</dd>
    </div>
  );
}

function OnePromise({ promise, today }: { promise: KeptPromise; today: IsoDay }) {
  const standing = standingOf(promise, today);
  return (
    <li>
      <bdi>{promise.what}</bdi>
      <span className="block small quiet">
        {[promiserWord(promise), i18n.t('meeting.promise.due2', [day(promise.due, today)])].join(' · ')}
        {standing !== 'open' && ` · ${i18n.t(`meeting.promise.standing.${standing}`)}`}
      </span>
    </li>
  );
}
