import { useState } from 'react';
import { Button, MenuItem } from 'react-aria-components';
import { i18n } from '#i18n';
import { type IsoDay, isDay } from '../../lib/domain/day';
import { peopleNamed } from '../../lib/domain/draft-meeting';
import { promiseKey } from '../../lib/domain/meeting-log';
import {
  closePromise,
  type DealPromise,
  type KeptCount,
  type KeptPromise,
  keptCounts,
  rankPromises,
  reopenPromise,
  standingOf,
} from '../../lib/domain/promise';
import type { DealView } from '../../lib/domain/view';
import { freshPromise } from '../../lib/state/debriefing';
import { dropPromise, keepPromise } from '../../lib/state/promises';
import { useToday } from '../../lib/state/today';
import { day } from '../format';
import { MoreMenu } from '../MoreMenu';
import { SavedMark } from '../panel/SavedMark';
import { PromiseFields } from './PromiseFields';
import { promiserWord } from './words';

/** What both sides said they will do; ours first. */
export function Promises({ view }: { view: DealView }) {
  const today = useToday().day;
  const [adding, setAdding] = useState<DealPromise | null>(null);
  const promises = rankPromises(view.promises, today);
  const counts = keptCounts(promises, today);
  const names = peopleNamed(Object.values(view.answers));
  const add = async () => {
    if (!adding || adding.what.trim() === '' || !isDay(adding.due)) return;
    if (await keepPromise(view.deal, adding)) setAdding(null);
  };
  return (
    <section className="promises" aria-labelledby="promises">
      <h3 id="promises">{i18n.t('meeting.promise.title')}</h3>
      {promises.length === 0 && <p className="quiet">{i18n.t('meeting.promise.none')}</p>}
      {(['us', 'them'] as const).map((side) => (
        <Side
          key={side}
          view={view}
          side={side}
          today={today}
          count={counts[side]}
          promises={promises.filter((promise) => promise.side === side)}
        />
      ))}
      {adding && (
        <form
          className="promise-add"
          onSubmit={(event) => {
            event.preventDefault();
            void add();
          }}
        >
          <PromiseFields promise={adding} names={names} onChange={setAdding} />
          <div className="ways-line">
            <Button className="button first" type="submit">
              {i18n.t('meeting.promise.keep')}
            </Button>
            <Button className="plain" onPress={() => setAdding(null)}>
              {i18n.t('words.cancel')}
            </Button>
          </div>
          <SavedMark deal={view.deal} of={promiseKey(adding.id)} />
        </form>
      )}
      {!adding && (
        <div className="ways-line">
          {(['us', 'them'] as const).map((side) => (
            <Button key={side} className="plain" onPress={() => setAdding(freshPromise(side, null, today))}>
              + {i18n.t(side === 'us' ? 'meeting.promise.addUs' : 'meeting.promise.addThem')}
            </Button>
          ))}
        </div>
      )}
    </section>
  );
}

interface SideProps {
  view: DealView;
  side: DealPromise['side'];
  today: IsoDay;
  count: KeptCount;
  promises: readonly KeptPromise[];
}

function Side({ view, side, today, count, promises }: SideProps) {
  if (promises.length === 0) return null;
  const rate = rateWords(count);
  return (
    <div>
      <p className="part">
        {i18n.t(side === 'us' ? 'meeting.promise.ours' : 'meeting.promise.theirs')}
        {rate && <span className="quiet"> · {rate}</span>}
      </p>
      <ul className="promise-list">
        {promises.map((promise) => (
          <li key={promise.id}>
            <PromiseRow view={view} promise={promise} today={today} />
          </li>
        ))}
      </ul>
    </div>
  );
}

/** How many were kept of those that fell due; as a rate only where there are enough. */
function rateWords({ kept, broken, late, rate }: KeptCount): string {
  const due = kept + broken + late;
  if (due === 0) return '';
  return rate === null
    ? i18n.t('meeting.promise.rate', [String(kept), String(due)])
    : i18n.t('meeting.promise.rateLong', [String(kept), String(due), String(Math.round(100 * rate))]);
}

function PromiseRow({ view, promise, today }: { view: DealView; promise: KeptPromise; today: IsoDay }) {
  const { deal } = view;
  const standing = standingOf(promise, today);
  const close = (state: 'kept' | 'broken') => void keepPromise(deal, closePromise(promise, state, today));
  return (
    <div className={`promise promise-${standing}`}>
      <p>
        <bdi>{promise.what}</bdi>
        <span className="block small quiet">
          {[promiserWord(promise), i18n.t('meeting.promise.due2', [day(promise.due, today)])].join(' · ')}
          {standing !== 'open' && (
            <b className={standing === 'late' ? 'look' : ''}> · {i18n.t(`meeting.promise.standing.${standing}`)}</b>
          )}
        </span>
      </p>
      <div className="promise-ways">
        {promise.state === 'open' && (
          <Button
            className="button"
            aria-label={`${i18n.t('meeting.promise.kept')}: ${promise.what}`}
            onPress={() => close('kept')}
          >
            {i18n.t('meeting.promise.kept')}
          </Button>
        )}
        <MoreMenu label={i18n.t('meeting.promise.more', [promise.what])}>
          {promise.state === 'open' ? (
            <MenuItem className="menu-item" onAction={() => close('broken')}>
              {i18n.t('meeting.promise.broken')}
            </MenuItem>
          ) : (
            <MenuItem className="menu-item" onAction={() => void keepPromise(deal, reopenPromise(promise))}>
              {i18n.t('meeting.promise.reopen')}
            </MenuItem>
          )}
          <MenuItem className="menu-item" onAction={() => void dropPromise(deal, promise.id)}>
            {i18n.t('meeting.promise.remove')}
          </MenuItem>
        </MoreMenu>
      </div>
      <SavedMark deal={deal} of={promiseKey(promise.id)} />
    </div>
  );
}
