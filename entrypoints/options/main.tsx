import { createRoot } from 'react-dom/client';
import { i18n } from '#i18n';
import { Fallible } from '../../components/Fallible';
import { Options } from '../../components/options/Options';
import { keepHealth } from '../../lib/state/health';
import { keepLockShown } from '../../lib/state/lock';
import '../../components/base.css';
import '../../components/lock/lock.css';
import '../../components/options/options.css';
import '../../components/options/playbooks/playbooks.css';
import '../../components/options/sites/sites.css';

document.documentElement.lang = i18n.t('lang');
document.documentElement.dir = i18n.t('dir');
document.title = i18n.t('options.title');
keepLockShown(new AbortController().signal);
keepHealth();

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <Fallible>
      <Options />
    </Fallible>,
  );
}
