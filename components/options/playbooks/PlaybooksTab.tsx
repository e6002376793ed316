import { useState } from 'react';
import { i18n } from '#i18n';
import { usePlaybooks } from '../../../lib/state/playbooks';
import { BringIn } from './BringIn';
import { Editor } from './Editor';
import { Rules } from './Rules';
import { Shelf } from './Shelf';

/** The lists of questions: looked at, made one's own, and given to deals. */
export function PlaybooksTab() {
  const playbooks = usePlaybooks();
  const [editing, setEditing] = useState<string | null>(null);
  if (playbooks.state === 'loading') return null;
  if (playbooks.state === 'failed') return <p role="alert">{i18n.t(`panel.trouble.${playbooks.reason}`)}</p>;
  const { team } = playbooks;
  const kept = team.own.find(({ id }) => id === editing);
  if (kept) return <Editor key={kept.id} kept={kept} onLeave={() => setEditing(null)} />;
  return (
    <>
      <p className="quiet">{i18n.t('playbooks.hint')}</p>
      <Shelf team={team} onEdit={setEditing} />
      <BringIn />
      <Rules team={team} />
    </>
  );
}
