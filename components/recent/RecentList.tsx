import { i18n } from '#i18n';
import type { IsoDay } from '../../lib/domain/day';
import { isLate } from '../../lib/domain/promise';
import { useHealth, useTrouble } from '../../lib/state/health';
import { type RecentDeal, useRecent } from '../../lib/state/recent';
import { useToday } from '../../lib/state/today';
import { day, instant, money } from '../format';
import { FirmnessRing } from '../Marks';
import { Message } from '../Message';
import { Trouble } from '../panel/Trouble';

const SHOWN = 12;

/** The deals that were looked at last, each a way to its page in the CRM. */
export function RecentList({ title }: { title: string }) {
  const recent = useRecent(SHOWN);
  const today = useToday().day;
  const health = useHealth();
  const trouble = useTrouble(recent);
  if (trouble) return <Trouble kind={trouble} onRetry={() => window.location.reload()} />;
  // Nothing is believed to be all there is only once storage was asked whether something is missing.
  if (recent.state !== 'shown' || (recent.deals.length === 0 && !health)) return null;
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
