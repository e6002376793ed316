import { i18n } from '#i18n';
import type { IsoDay } from '../../lib/domain/day';
import { FIELDS } from '../../lib/domain/deal';
import type { Change } from '../../lib/domain/fold';
import type { DealView } from '../../lib/domain/view';
import { useDeciding } from '../../lib/state/decisions';
import { Advances } from '../advance/Advances';
import { day, instant } from '../format';
import { Changes } from '../panel/Changes';
import { fieldWords } from '../panel/words';
import { Asked } from '../review/Asked';
import { Trend } from '../trend/Trend';

interface TheirDealTabProps {
  view: DealView;
  changes: readonly Change[];
  today: IsoDay;
}

/** What is known of the deal itself, to be read. */
export function TheirDealTab({ view, changes, today }: TheirDealTabProps) {
  return (
    <div className="deal-tab">
      <Asked view={view} today={today} />
      <section aria-labelledby="deal-read">
        <h3 id="deal-read">{i18n.t('panel.deal.read')}</h3>
        <dl className="fields">
          {FIELDS.map((field) => (
            <div key={field} className="field-row">
              <dt className="quiet">{i18n.t(`words.field.${field}`)}</dt>
              <dd>
                <bdi className="value">{fieldWords(view, field, today) || i18n.t('words.none')}</bdi>
              </dd>
            </div>
          ))}
        </dl>
      </section>
      <Decided view={view} today={today} />
      <Trend view={view} playbook={view.playbook} today={today} />
      <Advances view={view} />
      <Changes changes={changes} />
    </div>
  );
}

/** What its seller decided, and why. */
function Decided({ view, today }: { view: DealView; today: IsoDay }) {
  const decision = useDeciding(view, today)?.decision;
  if (!decision) return null;
  const { choice, trigger, on, reason, decidedAt } = decision;
  const why = [trigger, on && day(on, today), reason].filter(Boolean).join(' · ');
  return (
    <section aria-labelledby="decision">
      <h3 id="decision">{i18n.t('decision.heading')}</h3>
      <p>
        <span className="strong">{i18n.t(`decision.choice.${choice}`)}</span> <bdi>{why}</bdi>
      </p>
      <p className="small quiet">{i18n.t('decision.decidedAt', [instant(decidedAt)])}</p>
    </section>
  );
}
