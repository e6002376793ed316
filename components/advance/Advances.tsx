import { i18n } from '#i18n';
import type { Advance } from '../../lib/domain/advance';
import type { Playbook } from '../../lib/domain/playbook';
import type { DealView } from '../../lib/domain/view';
import { useAdvances } from '../../lib/state/advancing';
import { instant } from '../format';
import { namedGaps } from './words';

/** Every move to a later step, newest first: what stood open then, and why it went on all the same. */
export function Advances({ view }: { view: DealView }) {
  const advances = useAdvances(view);
  if (!advances) return null;
  return (
    <section aria-labelledby="advances">
      <h3 id="advances">{i18n.t('advance.history')}</h3>
      {advances.length === 0 && <p className="quiet">{i18n.t('advance.none')}</p>}
      <ol className="changes">
        {advances.toReversed().map((advance) => (
          <Line key={advance.op ?? advance.at} advance={advance} playbook={view.playbook} />
        ))}
      </ol>
    </section>
  );
}

function Line({ advance, playbook }: { advance: Advance; playbook: Playbook }) {
  const { from, step, at, gaps, reason, op } = advance;
  return (
    <li>
      <span className="small quiet block">{instant(at)}</span>
      {i18n.t('advance.moved', [i18n.t(`words.phase.${from}`), i18n.t(`words.step.${step}`)])}
      <span className="small block">
        {gaps.length === 0
          ? i18n.t('advance.clean')
          : i18n.t('advance.openThen', [
              i18n.t('words.gaps', gaps.length),
              namedGaps(
                gaps.map(({ question }) => question),
                playbook,
              ),
            ])}
      </span>
      {reason !== null && (
        <q className="block">
          <bdi>{reason}</bdi>
        </q>
      )}
      {reason === null && gaps.length > 0 && (
        <span className="small quiet block">{i18n.t(op === null ? 'advance.onlySeen' : 'advance.skipped')}</span>
      )}
    </li>
  );
}
