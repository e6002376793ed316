import { useState } from 'react';
import { Button, FileTrigger } from 'react-aria-components';
import { i18n } from '#i18n';
import { FIELDS } from '../../../lib/domain/deal';
import type { Taught } from '../../../lib/domain/taught';
import type { Site } from '../../../lib/state/site-access';
import {
  addIncoming,
  forget,
  type Incoming,
  leaveIncoming,
  lookAtTaught,
  saveTaughtFile,
  useIncomingTaught,
  useTaught,
} from '../../../lib/state/taught';
import { count } from '../../format';
import { fieldWord, hostOf, spotsWords } from '../../sites/words';
import { Pattern } from '../../teach/TeachAddress';

/** What was taught, in words; forgotten, saved as a file and brought in from one. */
export function TaughtList({ sites }: { sites: readonly Site[] }) {
  const taught = useTaught();
  const incoming = useIncomingTaught();
  const [outcome, setOutcome] = useState('');
  const drop = async (origin: string) =>
    setOutcome(i18n.t((await forget(origin)) ? 'sites.taught.forgot' : 'sites.taught.failed', [hostOf(origin)]));
  return (
    <section aria-labelledby="taught">
      <h3 id="taught">{i18n.t('sites.taught.heading')}</h3>
      <p className="quiet">{i18n.t('sites.taught.hint')}</p>
      {taught.length > 0 && (
        <ul className="rows">
          {taught.map((one) => (
            <li key={one.origin} className="site">
              <TaughtSite
                taught={one}
                isOn={sites.some(({ origin }) => origin === one.origin)}
                onForget={() => void drop(one.origin)}
              />
            </li>
          ))}
        </ul>
      )}
      <div className="ways">
        {taught.length > 0 && (
          <Button className="button" onPress={() => saveTaughtFile(taught)}>
            {i18n.t('sites.taught.file')}
          </Button>
        )}
        <FileTrigger
          acceptedFileTypes={['application/json', '.json']}
          onSelect={(files) => {
            const file = files?.item(0);
            if (file) void lookAtTaught(file);
          }}
        >
          <Button className="button">{i18n.t('sites.taught.bring')}</Button>
        </FileTrigger>
      </div>
      <Arrived of={incoming} />
      <p role="status" className="outcome">
        {incoming.state === 'added' ? i18n.t('sites.taught.added', incoming.sites, [count(incoming.sites)]) : outcome}
      </p>
    </section>
  );
}

function TaughtSite({ taught, isOn, onForget }: { taught: Taught; isOn: boolean; onForget: () => void }) {
  const host = hostOf(taught.origin);
  return (
    <>
      <div className="site-head">
        <bdi className="row-name strong">{host}</bdi>
        <Button className="button" aria-label={i18n.t('sites.taught.forgetLong', [host])} onPress={onForget}>
          {i18n.t('sites.taught.forget')}
        </Button>
      </div>
      {taught.address && (
        <p className="small">
          {i18n.t('sites.taught.deal', [''])}
          <Pattern host={host} pattern={taught.address.pattern} />
        </p>
      )}
      <ul className="changes small">
        {FIELDS.map((field) => {
          const spots = taught.fields[field];
          return spots && <li key={field}>{`${fieldWord(field)}: ${spotsWords(spots)}`}</li>;
        })}
      </ul>
      <p className="small quiet">
        {i18n.t(!isOn ? 'sites.taught.off' : taught.proven ? 'sites.taught.proven' : 'sites.taught.unproven')}{' '}
        {isOn && i18n.t('sites.taught.mend')}
      </p>
    </>
  );
}

/** A file that was brought in: what it would change, or why it is none. */
function Arrived({ of: incoming }: { of: Incoming }) {
  if (incoming.state === 'refused')
    return (
      <p role="alert" className="note stop">
        {incoming.read.why === 'damaged'
          ? i18n.t('sites.taught.refused.damaged', [incoming.read.field])
          : i18n.t(`sites.taught.refused.${incoming.read.why}`)}
      </p>
    );
  if (incoming.state === 'failed')
    return (
      <p role="alert" className="note stop">
        {i18n.t('sites.taught.failed')}
      </p>
    );
  if (incoming.state !== 'looking') return null;
  const { sites, replaced } = incoming;
  return (
    <div className="preview">
      <ul className="changes">
        {sites.map(({ origin }) => (
          <li key={origin}>
            {i18n.t(replaced.includes(origin) ? 'sites.taught.replaces' : 'sites.taught.adds', [hostOf(origin)])}
          </li>
        ))}
      </ul>
      <div className="ways">
        <Button className="button first" onPress={() => void addIncoming(sites)}>
          {i18n.t('sites.taught.add')}
        </Button>
        <Button className="button" onPress={leaveIncoming}>
          {i18n.t('words.cancel')}
        </Button>
      </div>
    </div>
  );
}
