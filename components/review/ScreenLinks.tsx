import { i18n } from '#i18n';
import { type ReviewView, SCREENS } from '../../lib/domain/review-view';
import { addressOf } from '../../lib/state/review-view';

/** The ways to look at a review, as links: each is an address, and the back button leads back. */
export function ScreenLinks({ view }: { view: ReviewView }) {
  return (
    <nav className="screens" aria-label={i18n.t('review.screens')}>
      {SCREENS.map((screen) => (
        <a
          key={screen}
          href={addressOf({ ...view, screen })}
          aria-current={screen === view.screen ? 'page' : undefined}
        >
          {i18n.t(`review.screen.${screen}`)}
        </a>
      ))}
    </nav>
  );
}
