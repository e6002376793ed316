import { i18n } from '#i18n';
import { drawGuarded } from '../../components/lock/Guarded';
import { Panel } from '../../components/panel/Panel';
import { borrow } from '../../lib/browser/lent';
import { liveAsPanel } from '../../lib/state/draft-rows';
import { keepHealth } from '../../lib/state/health';
import { startPageLink } from '../../lib/state/page-link';
import { recallTab } from '../../lib/state/panel-store';
import { followPage } from '../../lib/state/remembering';
import { keepToday } from '../../lib/state/today';
import '../../components/base.css';
import '../../components/lock/lock.css';
import '../../components/meeting/meeting.css';
import '../../components/panel/panel.css';
import '../../components/policy/policy.css';
import '../../components/recent/recent.css';
import '../../components/advance/advance.css';
import '../../components/close/close.css';
import '../../components/decision/decision.css';
import '../../components/trend/trend.css';
import '../../components/theirs/theirs.css';
import '../../components/urgency/urgency.css';

borrow();
document.documentElement.lang = i18n.t('lang');
document.documentElement.dir = i18n.t('dir');
document.title = i18n.t('panel.title');

const life = new AbortController();
liveAsPanel();
keepToday(life.signal);
void startPageLink(life.signal);
void recallTab();
keepHealth();

drawGuarded({ open: <Panel />, locked: <Panel locked />, begin: () => followPage(life.signal) }, life.signal);
