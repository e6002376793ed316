import { useEffect, useRef, useState } from 'react';
import { i18n } from '#i18n';
import type { DealView } from '../../lib/domain/view';
import { useLastMark } from '../../lib/state/saving';

/** Says aloud, to those who listen to the screen, how saving went and what the deal is worth then. */
export function Announcer({ view }: { view: DealView }) {
  const last = useLastMark(view.deal);
  const { firmness } = view.score;
  const hasMoved = useHasMoved(view.deal, firmness);
  const said = last && last.state !== 'saving' ? i18n.t(`panel.saved.${last.state}`) : '';
  const score = firmness === null ? '' : i18n.t('words.firmness', [String(firmness)]);
  return (
    <p className="unseen" role="status">
      {[said, said || hasMoved ? score : ''].filter(Boolean).join('. ')}
    </p>
  );
}

/** Whether a deal's firmness is another than when it was first shown: what is merely there is not read out. */
function useHasMoved(deal: DealView['deal'], firmness: number | null): boolean {
  const first = useRef({ deal, firmness });
  const [hasMoved, setHasMoved] = useState(false);
  useEffect(() => {
    if (first.current.deal !== deal) first.current = { deal, firmness };
    else if (first.current.firmness !== firmness) setHasMoved(true);
  }, [deal, firmness]);
  return hasMoved;
}
