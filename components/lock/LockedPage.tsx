import { i18n } from '#i18n';
import { LockForm } from './LockForm';

/** A page of Footing's own while the notes are locked. */
export function LockedPage() {
  return (
    <main className="locked-page">
      <h1>{i18n.t('words.footing')}</h1>
      <LockForm asked={1} />
    </main>
  );
}
