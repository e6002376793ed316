import { i18n } from '#i18n';

/** The shape of the panel while a deal is read: nothing moves, nothing claims to be empty. */
export function Skeleton() {
  return (
    <div className="skeleton" role="status">
      <span className="unseen">{i18n.t('panel.loading')}</span>
      {['w60', 'w40', 'ring-line', 'card', 'w80', 'w80', 'w60'].map((shape, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a fixed row of shapes.
        <div key={at} className={`bone ${shape}`} />
      ))}
    </div>
  );
}
