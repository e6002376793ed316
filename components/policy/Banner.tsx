import { i18n } from '#i18n';
import { usePolicy } from '../../lib/state/policy';

/** What the organisation has to say above every deal. */
export function Banner() {
  const { banner } = usePolicy().policy;
  if (!banner) return null;
  return (
    <section className="banner" aria-label={i18n.t('policy.banner')}>
      <p>
        <bdi>{banner}</bdi>
      </p>
      <p className="small quiet">{i18n.t('policy.byOrganisation')}</p>
    </section>
  );
}
