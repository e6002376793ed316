import { i18n } from '#i18n';

/** What the organisation set for everybody in it. */
export function PolicyInForce() {
  return <p>{i18n.t('proof.policyNone')}</p>;
}
