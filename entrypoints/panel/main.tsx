import { createRoot } from 'react-dom/client';
import { i18n } from '#i18n';

createRoot(document.getElementById('root')!).render(<b>{i18n.t('hello')}</b>);
