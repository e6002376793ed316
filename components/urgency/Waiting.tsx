import { i18n } from '#i18n';
import { WAITING_KEY } from '../../lib/domain/op';
import type { DealView } from '../../lib/domain/view';
import { costOfWaiting, WAITING_INPUTS, type WaitingCost } from '../../lib/domain/waiting';
import { dropWaiting, keepWaiting, useWaiting } from '../../lib/state/waiting';
import { money } from '../format';
import { Held } from '../panel/Held';
import { useReading } from '../panel/reading';
import { SavedMark } from '../panel/SavedMark';
import { WaitingRow } from './WaitingRow';

/** What waiting costs them: how often, times what each costs, on whose word. */
export function Waiting({ view }: { view: DealView }) {
  const { deal } = view;
  const currency = view.facts.amount?.value?.currency ?? null;
  const shown = useWaiting(deal, currency);
  const isReading = useReading();
  if (!shown) return null;
  const cost = costOfWaiting(shown.waiting);
  if (isReading && !cost) return null;
  return (
    <section aria-labelledby="waiting">
      <h3 id="waiting">{i18n.t('waiting.title')}</h3>
      {cost ? <Cost cost={cost} /> : <p className="quiet">{i18n.t('waiting.start')}</p>}
      {!isReading && (
        <ul className="facts-list">
          {WAITING_INPUTS.map((name) => (
            <WaitingRow key={name} view={view} name={name} waiting={shown.waiting} currency={currency} />
          ))}
        </ul>
      )}
      {!isReading &&
        (shown.held ? (
          <Held onKeep={() => void keepWaiting(deal)} onDrop={() => void dropWaiting(deal)} />
        ) : (
          <SavedMark deal={deal} of={WAITING_KEY} />
        ))}
    </section>
  );
}

/** "$2,308 per week, according to Ana Ruiz" - and whether the customer may see it. */
function Cost({ cost }: { cost: WaitingCost }) {
  const { perWeek, currency, according, guesses, nameless } = cost;
  const who = new Intl.ListFormat(i18n.t('lang')).format(according);
  const names = (inputs: WaitingCost['guesses']) =>
    new Intl.ListFormat(i18n.t('lang')).format(inputs.map((name) => i18n.t(`waiting.name.${name}`)));
  return (
    <div className="cost">
      <p>
        <span className="cost-sum">{i18n.t('waiting.perWeek', [money({ minor: perWeek, currency })])}</span>
        {who !== '' && <bdi>{i18n.t('waiting.according', [who])}</bdi>}
      </p>
      {guesses.length > 0 && <p className="look small">{i18n.t('waiting.guess', [names(guesses)])}</p>}
      {guesses.length === 0 && nameless.length > 0 && (
        <p className="look small">{i18n.t('waiting.nameless', [names(nameless)])}</p>
      )}
    </div>
  );
}
