import { Button } from 'react-aria-components';
import { i18n } from '#i18n';
import type { IsoDay } from '../../lib/domain/day';
import { comesBack, type KeptDecision } from '../../lib/domain/decision';
import type { DealView } from '../../lib/domain/view';
import { decide, useDeciding } from '../../lib/state/decisions';
import { showTab } from '../../lib/state/panel-store';
import { day } from '../format';
import { useBadgeOf } from '../meeting/use-badge';

/** A decision that stands, at the top of its deal: nobody works on without knowing, and a recycled deal says when its day has come. */
export function DecisionNote({ view, today }: { view: DealView; today: IsoDay }) {
  const decision = useDeciding(view, today)?.decision;
  useBadgeOf(decision ?? null);
  if (!decision || decision.choice === 'continue') return null;
  const isBack = comesBack(decision, today);
  return (
    <section className={`deal-note decision-note${isBack ? ' back' : ''}`} aria-label={i18n.t('decision.label')}>
      <div>
        <p className="strong">{standing(decision, isBack, today)}</p>
        <p className="small">
          <bdi>{decision.choice === 'stop' ? decision.reason : decision.trigger}</bdi>
        </p>
      </div>
      {isBack ? (
        <Button className="button" onPress={() => void decide(view.deal, { choice: 'continue' })}>
          {i18n.t('decision.again')}
        </Button>
      ) : (
        <Button className="plain" onPress={() => showTab('deal')}>
          {i18n.t('decision.look')}
        </Button>
      )}
    </section>
  );
}

function standing({ choice, on }: KeptDecision, isBack: boolean, today: IsoDay): string {
  if (choice === 'stop') return i18n.t('decision.stopped');
  if (on === null) return i18n.t('decision.setAside');
  return i18n.t(isBack ? 'decision.cameBack' : 'decision.setAsideUntil', [day(on, today)]);
}
