import { Button } from 'react-aria-components';
import { i18n } from '#i18n';
import { FIELDS, type Field } from '../../lib/domain/deal';
import { TAUGHT_FIRST } from '../../lib/domain/taught';
import { dropField, pointAt, stopPointing, type Teaching } from '../../lib/state/teaching';
import { fieldWord, spotsWords } from '../sites/words';

/** The fields that matter first, then those that one may add. */
const ORDER: readonly Field[] = [...TAUGHT_FIRST, ...FIELDS.filter((field) => !isFirst(field))];

function isFirst(field: Field): boolean {
  return (TAUGHT_FIRST as readonly Field[]).includes(field);
}

/** Where each field stands, and what the page gives there now; on top, and ready to be pressed, what one came for. */
export function TeachFields({ now, known }: { now: Teaching; known: boolean }) {
  const { first } = now;
  return (
    <section aria-labelledby="teach-where">
      <h2 id="teach-where">{i18n.t('sites.teach.where')}</h2>
      <ul className="teach-fields">
        {[...first, ...ORDER.filter((field) => !first.includes(field))].map((field) => (
          <li key={field}>
            <Row now={now} field={field} known={known} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Row({ now, field, known }: { now: Teaching; field: Field; known: boolean }) {
  const { fields, pointing, pointed, shown, missed } = now;
  const spots = fields[field];
  const read = shown?.[field] ?? null;
  const word = fieldWord(field);
  const said = pointed[field];
  return (
    <>
      <div className="teach-row">
        <span className="strong">
          {word}
          {!isFirst(field) && <span className="small quiet"> {i18n.t('sites.teach.optional')}</span>}
        </span>
        {pointing === field ? (
          <Button className="button" onPress={stopPointing}>
            {i18n.t('sites.teach.stop')}
          </Button>
        ) : (
          <Button
            className="button"
            autoFocus={field === now.first[0]}
            aria-label={i18n.t(spots ? 'sites.teach.againLong' : 'sites.teach.pointLong', [word])}
            onPress={() => pointAt(field, i18n.t('sites.teach.pointing', [word]))}
          >
            {i18n.t(spots ? 'sites.teach.again' : 'sites.teach.point')}
          </Button>
        )}
      </div>
      {/* What the page gives now; a status, since it changes while one looks elsewhere. */}
      <p role="status" className="teach-read">
        {read ? <bdi className="value">{read.text}</bdi> : null}
        {!read && (spots ? <span className="look">{i18n.t('sites.teach.nothing')}</span> : null)}
      </p>
      {spots && (
        <p className="small quiet">
          {spotsWords(spots)}{' '}
          <Button
            className="plain"
            aria-label={i18n.t('sites.teach.dropLong', [word])}
            onPress={() => dropField(field)}
          >
            {i18n.t('sites.teach.drop')}
          </Button>
        </p>
      )}
      {!spots && <p className="small quiet">{i18n.t(unspotted(known, shown, read))}</p>}
      {spots?.[0]?.way === 'place' && spots[0].steps.length > 1 && (
        <p className="small look">{i18n.t('sites.teach.onPlace')}</p>
      )}
      {said && read && said !== read.text && (
        <p className="small look">
          <bdi>{i18n.t('sites.teach.differs', [said])}</bdi>
        </p>
      )}
      {missed === field && (
        <p role="alert" className="note">
          {i18n.t('sites.teach.missed')}
        </p>
      )}
    </>
  );
}

/** What there is to say of a field that was not taught. */
function unspotted(known: boolean, shown: Teaching['shown'], read: unknown) {
  if (!known || !shown) return 'sites.teach.notTaught';
  return read ? 'sites.teach.byUs' : 'sites.teach.notRead';
}
