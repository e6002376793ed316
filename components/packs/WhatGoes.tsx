import { useMemo } from 'react';
import { i18n } from '#i18n';
import type { DealCount, PackCount } from '../../lib/domain/handover';
import type { Counting } from '../../lib/state/packs';
import { count } from '../format';
import { dealName } from '../review/words';
import { doingWords } from './words';

/** How many deals are told one by one. */
const TOLD = 100;

interface WhatGoesProps {
  counting: Counting;
  kind: 'handover' | 'reviews';
}

/** What the file holds, to the last change, and what stays. */
export function WhatGoes({ counting, kind }: WhatGoesProps) {
  return (
    <section aria-labelledby="packs-goes" aria-busy={counting.state === 'counting'}>
      <h2 id="packs-goes">{i18n.t('packs.goes')}</h2>
      <p className="quiet">{i18n.t('packs.goesHint')}</p>
      {counting.state === 'counting' && (
        <p className="quiet">
          {i18n.t('packs.counting')}
          {counting.now && ` · ${doingWords(counting.now)}`}
        </p>
      )}
      {counting.state === 'failed' && (
        <p role="alert" className="note stop">
          {i18n.t('packs.uncounted')}
        </p>
      )}
      {counting.state === 'counted' && (
        <>
          <Contents of={counting.count} />
          {kind === 'handover' && <Stays of={counting.count} />}
        </>
      )}
    </section>
  );
}

interface ContentsProps {
  of: PackCount;
  /** Deals to be marked as new. */
  fresh?: ReadonlySet<string>;
}

/** What is in a pack: deal by deal, and what comes along. */
export function Contents({ of, fresh }: ContentsProps) {
  const { dealKeys, changes, habits, playbooks, orgs, notes } = of;
  const told = useMemo(() => of.firstDeals(TOLD), [of]);
  const deals = dealKeys.length;
  const along = [
    ...(habits.size > 0 ? [i18n.t('packs.habits', habits.size)] : []),
    ...(notes.with > 0 ? [i18n.t('packs.notes', notes.with)] : []),
    ...(playbooks.size > 0 ? [i18n.t('packs.playbooks', playbooks.size)] : []),
    ...(orgs.size > 0 ? [i18n.t('packs.orgs', orgs.size)] : []),
  ];
  return (
    <>
      <p>
        <span className="strong">{i18n.t('review.count', deals, [count(deals)])}</span>,{' '}
        {i18n.t('packs.changes', changes, [count(changes)])}
      </p>
      <ul className="packs-deals">
        {told.map((deal) => (
          <li key={deal.deal}>
            <bdi>{dealName(deal)}</bdi>
            {fresh?.has(deal.deal) && <span className="badge-word small">{i18n.t('packs.isNew')}</span>}
            <span className="block small quiet">{partsOf(deal)}</span>
          </li>
        ))}
      </ul>
      {deals > TOLD && <p className="small quiet">{i18n.t('review.more50', deals - TOLD)}</p>}
      {along.length > 0 && (
        <ul className="packs-along small">
          {along.map((one) => (
            <li key={one}>{one}</li>
          ))}
        </ul>
      )}
    </>
  );
}

function partsOf(deal: DealCount): string {
  const parts = (['answers', 'meetings', 'promises', 'reviews'] as const).flatMap((part) =>
    deal[part] > 0 ? [i18n.t(`packs.${part}`, deal[part], [count(deal[part])])] : [],
  );
  return parts.length > 0 ? parts.join(', ') : i18n.t('packs.seen');
}

/** What is not in it, so that nobody wonders. */
function Stays({ of }: { of: PackCount }) {
  return (
    <>
      <h3>{i18n.t('packs.stays')}</h3>
      <ul className="packs-along small">
        {of.notes.without > 0 && <li className="strong">{i18n.t('packs.notes', of.notes.without)}</li>}
        <li>{i18n.t('packs.staysList')}</li>
      </ul>
    </>
  );
}
