import { useHealth } from '../../lib/state/health';
import { AutoBackups } from './AutoBackups';
import { BringBack } from './BringBack';
import { DeletedLately } from './DeletedLately';
import { EraseForGood } from './erase/EraseForGood';
import { Kept } from './Kept';
import { Loss } from './Loss';
import { SaveBackup } from './SaveBackup';
import { StorageTrouble } from './StorageTrouble';

/** What is kept, and the ways out and back of it. */
export function DataTab() {
  const health = useHealth();
  return (
    <>
      {health?.state === 'lost' && <Loss had={health.had} has={health.has} />}
      {health && health.state !== 'ok' && health.state !== 'lost' && <StorageTrouble reason={health.state} />}
      <Kept />
      <AutoBackups />
      <SaveBackup />
      <BringBack />
      <DeletedLately />
      <EraseForGood />
    </>
  );
}
