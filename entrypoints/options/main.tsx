import { createRoot } from 'react-dom/client';
import { i18n } from '#i18n';
import { Fallible } from '../../components/Fallible';
import { Options } from '../../components/options/Options';
import { keepHealth } from '../../lib/state/health';
import '../../components/base.css';
import '../../components/options/options.css';
import '../../components/options/playbooks/playbooks.css';

document.documentElement.lang = i18n.t('lang');
document.documentElement.dir = i18n.t('dir');
document.title = i18n.t('options.title');
keepHealth();

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <Fallible>
      <Options />
    </Fallible>,
  );
}
