import { createRoot } from 'react-dom/client';
import { i18n } from '#i18n';
import { Fallible } from '../../components/Fallible';
import { Recent } from '../../components/recent/Recent';
import { keepHealth } from '../../lib/state/health';
import { keepToday } from '../../lib/state/today';
import '../../components/base.css';
import '../../components/panel/panel.css';
import '../../components/recent/recent.css';

document.documentElement.lang = i18n.t('lang');
document.documentElement.dir = i18n.t('dir');
document.title = i18n.t('recent.title');
keepToday(new AbortController().signal);
keepHealth();

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <Fallible>
      <Recent />
    </Fallible>,
  );
}
