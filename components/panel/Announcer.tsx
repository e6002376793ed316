import { useRef } from 'react';
import { i18n } from '#i18n';
import type { DealView } from '../../lib/domain/view';
import { useLastMark } from '../../lib/state/saving';

/** Says aloud, to those who listen to the screen, how saving went and what the deal is worth then. */
export function Announcer({ view }: { view: DealView }) {
  const last = useLastMark(view.deal);
  const { firmness } = view.score;
  const before = useRef({ deal: view.deal, firmness });
  const isNew = before.current.deal === view.deal && before.current.firmness !== firmness;
  const said = last && last.state !== 'saving' ? i18n.t(`panel.saved.${last.state}`) : '';
  const score = firmness === null ? '' : i18n.t('words.firmness', [String(firmness)]);
  if (before.current.deal !== view.deal) before.current = { deal: view.deal, firmness };
  return (
    <p className="unseen" role="status">
      {[said, said || isNew ? score : ''].filter(Boolean).join('. ')}
    </p>
  );
}
