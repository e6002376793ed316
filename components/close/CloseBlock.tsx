import { i18n } from '#i18n';
import { CLOSE_LINES, OUTCOME_KEY, OUTCOMES, type SealedPremortem } from '../../lib/domain/close';
import type { IsoDay } from '../../lib/domain/day';
import type { DealView } from '../../lib/domain/view';
import { sayOutcome, useClosing } from '../../lib/state/closing';
import { useDeciding } from '../../lib/state/decisions';
import { instant } from '../format';
import { Choice } from '../panel/Choice';
import { SavedMark } from '../panel/SavedMark';
import { CloseLineField } from './CloseLineField';
import { Otherwise } from './Otherwise';

/** What a deal that was won, lost or stopped has to teach; every line may stay empty. */
export function CloseBlock({ view, today }: { view: DealView; today: IsoDay }) {
  const { deal } = view;
  const closing = useClosing(deal);
  const decision = useDeciding(view, today)?.decision;
  const isOver = view.phase === 'closed' || decision?.choice === 'stop';
  if (!closing || !(isOver || closing.outcome)) return null;
  const { outcome, lines, premortems } = closing;
  return (
    <section className="close" aria-labelledby="close">
      <h3 id="close">{i18n.t('close.heading')}</h3>
      <Choice
        label={i18n.t('close.ended')}
        options={OUTCOMES.map((value) => ({ value, text: i18n.t(`close.outcome.${value}`) }))}
        value={outcome}
        onChange={(value) => void sayOutcome(deal, value)}
      />
      <SavedMark deal={deal} of={OUTCOME_KEY} />
      {outcome && (
        <>
          <Opened premortems={premortems} />
          <p className="small quiet">{i18n.t('close.hint')}</p>
          {CLOSE_LINES.map((line) => (
            <CloseLineField key={line} view={view} line={line} told={lines[line]} />
          ))}
          <Otherwise view={view} otherwise={closing.otherwise} />
        </>
      )}
    </section>
  );
}

/** What was sealed before, beside what is said now. */
function Opened({ premortems }: { premortems: readonly SealedPremortem[] }) {
  if (premortems.length === 0) return null;
  return (
    <div className="opened">
      <p className="small quiet">{i18n.t('close.opened')}</p>
      {premortems.map(({ reason, sealedAt }) => (
        <blockquote key={sealedAt}>
          <bdi>{reason}</bdi>
          <span className="small quiet block">{instant(sealedAt)}</span>
        </blockquote>
      ))}
    </div>
  );
}
