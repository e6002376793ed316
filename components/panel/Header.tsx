import { Button } from 'react-aria-components';
import { i18n } from '#i18n';
import type { IsoDay } from '../../lib/domain/day';
import type { DealView } from '../../lib/domain/view';
import { tellPage, usePageLink } from '../../lib/state/page-link';
import { day, money } from '../format';
import { Sign } from '../Marks';
import { PanelMenu } from './PanelMenu';
import { Standing } from './Standing';

/** Which deal this is, where it stands, and how firm the ground under it is. */
export function Header({ view, today }: { view: DealView; today: IsoDay }) {
  const { name, account } = view.facts;
  return (
    <header className="head">
      <div className="head-top">
        <div className="names">
          <h1 className="clamp-2" title={name?.text}>
            <bdi>{name?.text || i18n.t('panel.noName')}</bdi>
          </h1>
          {account && (
            <p className="quiet clamp-1" title={account.text}>
              <bdi>{account.text}</bdi>
            </p>
          )}
        </div>
        <HeadButtons deal={view.deal} />
      </div>
      <Facts view={view} today={today} />
      <Standing view={view} today={today} />
    </header>
  );
}

/** What may be done with the panel itself; stands in every state of it. */
export function HeadButtons({ deal }: { deal: DealView['deal'] | null }) {
  const mode = usePageLink((state) => state.mode);
  return (
    <div className="head-buttons">
      <PanelMenu deal={deal} />
      {mode === 'frame' && (
        <Button className="sign" aria-label={i18n.t('words.close')} onPress={() => tellPage({ t: 'close' })}>
          <Sign of="close" />
        </Button>
      )}
    </div>
  );
}

function Facts({ view, today }: { view: DealView; today: IsoDay }) {
  const { closeDate, amount } = view.facts;
  const isClosed = view.phase === 'closed';
  return (
    <ul className="facts quiet">
      <li title={view.stage ?? undefined}>
        {i18n.t(view.step && isClosed ? `words.step.${view.step}` : `words.phase.${view.phase}`)}
        {view.stage && <span className="unseen"> ({view.stage})</span>}
      </li>
      {closeDate && (
        <li>
          {i18n.t(isClosed ? 'panel.closed' : 'panel.closes', [
            closeDate.value ? day(closeDate.value, today) : closeDate.text,
          ])}
        </li>
      )}
      {amount && <li title={amount.text}>{amount.value ? money(amount.value, true) : <bdi>{amount.text}</bdi>}</li>}
    </ul>
  );
}
