import { createRoot } from 'react-dom/client';
import { i18n } from '#i18n';
import { Fallible } from '../../components/Fallible';
import { Teach } from '../../components/teach/Teach';
import { borrow } from '../../lib/browser/lent';
import { startTeaching } from '../../lib/state/teaching';
import '../../components/base.css';
import '../../components/teach/teach.css';

borrow();
document.documentElement.lang = i18n.t('lang');
document.documentElement.dir = i18n.t('dir');
document.title = i18n.t('sites.teach.title');
void startTeaching(new AbortController().signal);

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <Fallible>
      <Teach />
    </Fallible>,
  );
}
