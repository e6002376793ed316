import { Button } from 'react-aria-components';
import { i18n } from '#i18n';
import type { ReviewRow } from '../../lib/domain/review-row';
import { changeView } from '../../lib/state/review-view';
import { dealName } from '../review/words';

/** Opens a deal beside what is looked at. */
export const openDeal = ({ deal }: ReviewRow) => changeView({ deal });

/** The name of a deal, which opens it. */
export function DealButton({ row }: { row: ReviewRow }) {
  return (
    <Button
      className="plain deal-button"
      aria-label={i18n.t('charts.openDeal', [dealName(row)])}
      onPress={() => openDeal(row)}
    >
      <bdi>{dealName(row)}</bdi>
    </Button>
  );
}
