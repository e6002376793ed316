import { useEffect } from 'react';
import { Button } from 'react-aria-components';
import { i18n } from '#i18n';
import { reloadUnderPanel } from '../../lib/state/elsewhere';
import { tellPage, usePageLink } from '../../lib/state/page-link';
import { usePolicyAllows } from '../../lib/state/policy';
import { Message } from '../Message';
import { RecentList } from '../recent/RecentList';
import { DealPanel } from './DealPanel';
import { HeadButtons } from './Header';
import { Locked } from './Locked';
import { Resizer } from './Resizer';
import { Skeleton } from './Skeleton';

/** Read at the start: a panel that an update left behind can ask the browser for no more words. */
const UPDATED = {
  title: i18n.t('panel.resting.updated'),
  hint: i18n.t('panel.resting.updatedHint'),
  reload: i18n.t('panel.resting.reload'),
};

/** The panel, whatever it stands beside; `locked` while the notes in it are. */
export function Panel({ locked = false }: { locked?: boolean }) {
  const mode = usePageLink((state) => state.mode);
  const link = usePageLink((state) => state.link);
  const key = usePageLink((state) => state.key);
  const allowed = usePolicyAllows(key);
  useEscape();
  if (link === 'gone') {
    return (
      <main className="panel">
        <Message title={UPDATED.title} hint={UPDATED.hint}>
          <Button className="button first" onPress={reloadUnderPanel}>
            {UPDATED.reload}
          </Button>
        </Message>
      </main>
    );
  }
  return (
    <main className="panel">
      {mode === 'frame' && <Resizer />}
      {link === 'connecting' && <Skeleton />}
      {locked && link !== 'connecting' && <Locked deal={key} />}
      {!locked && key && (allowed ? <DealPanel deal={key} /> : <NotHere />)}
      {!locked && !key && (link === 'elsewhere' || link === 'apart') && (
        <Resting apart={link === 'apart' && mode === 'frame'} />
      )}
    </main>
  );
}

/** A CRM on which the organisation does not want Footing. */
function NotHere() {
  return <Message title={i18n.t('policy.notHere')} hint={i18n.t('policy.byOrganisation')} />;
}

/** No deal beside the panel: what to do, and the deals that were looked at last. */
function Resting({ apart }: { apart: boolean }) {
  return (
    <>
      <header className="head head-top">
        <h1 className="names">{i18n.t('words.footing')}</h1>
        <HeadButtons deal={null} />
      </header>
      <div className="scroll">
        <Message
          title={i18n.t(apart ? 'panel.resting.apart' : 'panel.resting.elsewhere')}
          hint={i18n.t(apart ? 'panel.resting.apartHint' : 'panel.resting.elsewhereHint')}
        />
        <RecentList title={i18n.t('panel.resting.recent')} />
      </div>
    </>
  );
}

/** Escape closes what lies on top first; when nothing does, the page gets the keyboard back. */
function useEscape(): void {
  useEffect(() => {
    const leave = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || document.querySelector('.popover')) return;
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
      tellPage({ t: 'leave' });
    };
    // Before React Aria, whose buttons keep the keys that they get to themselves.
    window.addEventListener('keydown', leave, { capture: true });
    return () => window.removeEventListener('keydown', leave, { capture: true });
  }, []);
}
