import { useState } from 'react';
import { Button } from 'react-aria-components';
import { i18n } from '#i18n';
import { FIELDS } from '../../lib/domain/deal';
import type { Taught } from '../../lib/domain/taught';
import type { DealView } from '../../lib/domain/view';
import { usePageLink } from '../../lib/state/page-link';
import { confirmTaught, dismissLost, useLost, useUnproven } from '../../lib/state/reading';
import { useRefusal } from '../../lib/state/site-access';
import { fieldWord } from '../sites/words';
import { TeachIt, useTeachable } from './TeachIt';

/**
 * What there is to say of how the page is read: that it could not be taught; a field that was lost, once; a
 * page that was taught, until it is proven.
 */
export function ReadingNote({ view }: { view: DealView }) {
  return (
    <>
      <Refused />
      <Read view={view} />
    </>
  );
}

const intoView = (note: HTMLElement | null) => note?.scrollIntoView({ block: 'nearest' });

/** Why teaching did not begin. It may have been asked for further down. */
function Refused() {
  const url = usePageLink((state) => state.raw?.url ?? null);
  const refusal = useRefusal();
  if (!refusal || refusal.url !== url) return null;
  return (
    <p role="alert" className="note" ref={intoView}>
      {i18n.t(`sites.note.${refusal.why}`)}
    </p>
  );
}

function Read({ view }: { view: DealView }) {
  const url = usePageLink((state) => state.raw?.url ?? null);
  const lost = useLost(view.deal);
  const unproven = useUnproven(view.deal, url);
  const teachable = useTeachable();
  if (!teachable) return null;
  if (unproven) return <Unproven taught={unproven} />;
  if (lost.length === 0) return null;
  const names = lost.map(fieldWord).join(i18n.t('sites.note.and'));
  return (
    <section className="note reading-note" aria-label={i18n.t('sites.note.label')}>
      <p>{i18n.t('sites.note.lost', lost.length, [String(lost.length), names])}</p>
      <TeachIt words={i18n.t('sites.note.teach')} fields={lost} />
      <Button className="plain" onPress={dismissLost}>
        {i18n.t('sites.note.dismiss')}
      </Button>
    </section>
  );
}

/** The next deal after the page was taught: what is read of it, and whether that is right. */
function Unproven({ taught }: { taught: Taught }) {
  const fields = usePageLink((state) => state.raw?.fields);
  const [failed, setFailed] = useState(false);
  if (!fields) return null;
  const fieldsTaught = FIELDS.filter((field) => taught.fields[field]);
  const right = async () => setFailed(!(await confirmTaught(taught)));
  return (
    <section className="note reading-note" aria-label={i18n.t('sites.note.label')}>
      <p>{i18n.t('sites.note.unproven')}</p>
      <dl className="facts-read">
        {fieldsTaught.map((field) => (
          <div key={field}>
            <dt className="quiet">{fieldWord(field)}</dt>
            <dd>
              <bdi>{fields[field]?.text ?? i18n.t('panel.deal.notHere')}</bdi>
            </dd>
          </div>
        ))}
      </dl>
      <Button className="button" onPress={() => void right()}>
        {i18n.t('sites.note.right')}
      </Button>
      <TeachIt words={i18n.t('sites.note.mend')} fields={fieldsTaught} />
      {failed && (
        <p role="alert" className="stop">
          {i18n.t('sites.on.failed')}
        </p>
      )}
    </section>
  );
}
