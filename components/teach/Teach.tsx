import { Button } from 'react-aria-components';
import { i18n } from '#i18n';
import { useCopiedReport } from '../../lib/state/reading-report';
import {
  askOutline,
  canSave,
  dealAt,
  endTeaching,
  saveTeaching,
  type Teaching,
  useTeaching,
} from '../../lib/state/teaching';
import { Sign } from '../Marks';
import { Message } from '../Message';
import { TeachAddress } from './TeachAddress';
import { TeachFields } from './TeachFields';

/** Teaching a page, beside it: which deal it is, where its fields stand, tried at once. */
export function Teach() {
  const now = useTeaching();
  return (
    <main className="teach">
      <header className="teach-head">
        <h1>{i18n.t('sites.teach.title')}</h1>
        {now.link === 'on' && (
          <Button className="sign" aria-label={i18n.t('sites.teach.close')} onPress={endTeaching}>
            <Sign of="close" />
          </Button>
        )}
      </header>
      {now.link === 'connecting' && <p className="quiet">{i18n.t('sites.teach.connecting')}</p>}
      {now.link === 'apart' && <Message title={i18n.t('sites.teach.title')} hint={i18n.t('sites.teach.apart')} />}
      {now.link === 'on' && <Steps now={now} />}
    </main>
  );
}

function Steps({ now }: { now: Teaching }) {
  const { site, url } = now;
  const isDeal = dealAt(now) !== null;
  if (!site || !url) return null;
  return (
    <>
      <p className="quiet">{i18n.t('sites.teach.hint')}</p>
      <TeachAddress now={now} site={site} url={url} />
      {isDeal && <TeachFields now={now} known={site.known} />}
      <Foot now={now} />
    </>
  );
}

/** Keeping it, and what comes next; a status that is always there, so that readers hear it change. */
function Foot({ now }: { now: Teaching }) {
  const report = useCopiedReport();
  const { saved } = now;
  const ready = canSave(now);
  return (
    <footer className="teach-foot">
      <div className="teach-keep">
        <Button className="button first" isDisabled={!ready || saved === 'saving'} onPress={() => void saveTeaching()}>
          {i18n.t('sites.teach.save')}
        </Button>
        <p role="status" className="outcome">
          {!ready && dealAt(now) && !now.site?.known && i18n.t('sites.teach.nameFirst')}
          {saved === 'saving' && i18n.t('sites.teach.saving')}
          {saved === 'saved' && i18n.t('sites.teach.saved')}
          {saved === 'failed' && i18n.t('sites.teach.failed')}
          {report && ` ${i18n.t(report.done ? 'sites.read.copied' : 'sites.read.notCopied')}`}
        </p>
      </div>
      <p className="small quiet">
        <Button className="plain" onPress={askOutline}>
          {i18n.t('sites.teach.report')}
        </Button>{' '}
        {i18n.t('sites.read.reportHint')}
      </p>
    </footer>
  );
}
