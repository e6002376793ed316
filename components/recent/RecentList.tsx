import { i18n } from '#i18n';
import type { IsoDay } from '../../lib/domain/day';
import { isLate } from '../../lib/domain/promise';
import { type RecentDeal, useRecent } from '../../lib/state/recent';
import { useToday } from '../../lib/state/today';
import { day, instant, money } from '../format';
import { FirmnessRing } from '../Marks';
import { Message } from '../Message';

const SHOWN = 12;

/** The deals that were looked at last, each a way to its page in the CRM. */
export function RecentList({ title }: { title: string }) {
  const recent = useRecent(SHOWN);
  const today = useToday().day;
  if (recent.state === 'loading') return null;
  if (recent.state === 'failed') {
    const { reason } = recent;
    return <Message alarming title={i18n.t(`panel.trouble.${reason}`)} hint={i18n.t(`panel.trouble.${reason}Hint`)} />;
  }
  if (recent.deals.length === 0) return <Message title={i18n.t('recent.empty')} hint={i18n.t('recent.emptyHint')} />;
  return (
    <section className="recent" aria-label={title}>
      <h2 className="label-line">{title}</h2>
      <ul>
        {recent.deals.map((deal) => (
          <li key={deal.view.deal}>
            <RecentRow deal={deal} today={today} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function RecentRow({ deal, today }: { deal: RecentDeal; today: IsoDay }) {
  const { view, url } = deal;
  const { name, account, amount, closeDate } = view.facts;
  const facts = [
    account?.text,
    i18n.t(`words.phase.${view.phase}`),
    closeDate && i18n.t('panel.closes', [closeDate.value ? day(closeDate.value, today) : closeDate.text]),
    amount && (amount.value ? money(amount.value, true) : amount.text),
  ].filter((fact): fact is string => Boolean(fact));
  const { firmness } = view.score;
  const late = view.promises.filter((promise) => promise.side === 'us' && isLate(promise, today)).length;
  const inside = (
    <>
      <span className="recent-ring">
        <FirmnessRing firmness={firmness} size={36} />
        <span className="unseen">
          {firmness === null ? i18n.t('words.firmnessNone') : i18n.t('words.firmness', [String(firmness)])}
        </span>
      </span>
      <span className="recent-names">
        <span className="clamp-2 strong">
          <bdi>{name?.text ?? i18n.t('recent.noName')}</bdi>
        </span>
        <span className="facts small quiet">
          {facts.map((fact) => (
            <bdi key={fact}>{fact}</bdi>
          ))}
        </span>
        {late > 0 && <span className="small look">{i18n.t('meeting.promise.late', late)}</span>}
      </span>
    </>
  );
  return url ? (
    <a
      className="recent-row"
      href={url}
      target="_blank"
      rel="noreferrer"
      title={i18n.t('recent.seen', [instant(deal.touchedAt)])}
    >
      {inside}
    </a>
  ) : (
    <span className="recent-row">{inside}</span>
  );
}
