import { i18n } from '#i18n';
import { RecentList } from './RecentList';
import { SiteHere } from './SiteHere';

/** What the toolbar icon shows away from deals; also a page of its own. */
export function Recent() {
  return (
    <main className="recent-page">
      <header className="recent-head">
        <h1>{i18n.t('words.footing')}</h1>
        <a className="link" href="/review.html" target="_blank" rel="noreferrer">
          {i18n.t('review.open')}
        </a>
        <a className="link" href="/options.html" target="_blank" rel="noreferrer">
          {i18n.t('recent.options')}
        </a>
      </header>
      <SiteHere />
      <RecentList title={i18n.t('recent.title')} />
    </main>
  );
}
