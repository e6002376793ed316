import { i18n } from '#i18n';
import { drawGuarded } from '../../components/lock/Guarded';
import { LockedPage } from '../../components/lock/LockedPage';
import { Review } from '../../components/review/Review';
import { liveAsPanel } from '../../lib/state/draft-rows';
import { keepHealth } from '../../lib/state/health';
import { followPage } from '../../lib/state/remembering';
import { keepReviewRows } from '../../lib/state/review';
import { followAddress } from '../../lib/state/review-view';
import { keepToday } from '../../lib/state/today';
import '../../components/base.css';
import '../../components/lock/lock.css';
import '../../components/panel/panel.css';
import '../../components/review/review.css';
import '../../components/review/check.css';
import '../../components/review/print.css';

document.documentElement.lang = i18n.t('lang');
document.documentElement.dir = i18n.t('dir');
document.title = i18n.t('review.title');

const life = new AbortController();
liveAsPanel();
keepToday(life.signal);
followAddress(life.signal);
keepHealth();

const begin = () => {
  followPage(life.signal);
  keepReviewRows(life.signal);
};
drawGuarded({ open: <Review />, locked: <LockedPage />, begin }, life.signal);
