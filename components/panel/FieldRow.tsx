import { useRef, useState } from 'react';
import { Button } from 'react-aria-components';
import { i18n } from '#i18n';
import type { IsoDay } from '../../lib/domain/day';
import type { Field } from '../../lib/domain/deal';
import { fieldKey } from '../../lib/domain/op';
import type { DealView } from '../../lib/domain/view';
import { saveField } from '../../lib/state/deal-facts';
import { useDraftLine } from '../../lib/state/draft-line';
import { LineField } from './LineField';
import { SavedMark } from './SavedMark';
import { TeachIt, useTeachable } from './TeachIt';
import { fieldWords, readFrom } from './words';

interface FieldRowProps {
  view: DealView;
  field: Field;
  today: IsoDay;
}

/** One field: its value and where it is from, or "not on this page" and a way to type it. */
export function FieldRow({ view, field, today }: FieldRowProps) {
  const fact = view.facts[field];
  const kept = field === 'closeDate' ? (view.facts.closeDate?.value ?? '') : (fact?.text ?? '');
  const line = useDraftLine(view.deal, fieldKey(field), kept);
  const [editing, setEditing] = useState(false);
  const [back, setBack] = useState(false);
  const teachable = useTeachable();
  const row = useRef<HTMLDivElement>(null);
  const done = () => {
    // Who ends with Enter goes on from here; who has gone elsewhere stays there.
    setBack(row.current?.contains(document.activeElement) ?? false);
    setEditing(false);
    line.done();
  };
  const leave = () => {
    if (line.text === kept) done();
    else void saveField(view.deal, field, line.text, done);
  };
  const label = i18n.t(`words.field.${field}`);
  return (
    <div className="field-row" ref={row}>
      <dt className="quiet">{label}</dt>
      <dd>
        {/* What was left typed, or could not be saved, stays in the line. */}
        {editing || line.text !== kept ? (
          <LineField
            label={label}
            type={field === 'closeDate' ? 'date' : 'text'}
            value={line.text}
            autoFocus={editing}
            onType={line.type}
            onLeave={leave}
          />
        ) : (
          <>
            {fact && <bdi className="value">{fieldWords(view, field, today)}</bdi>}
            {fact && !fact.value && <span className="look small block">{i18n.t('panel.deal.unread')}</span>}
            {fact?.unsure && <span className="look small block">{i18n.t('panel.deal.unsure')}</span>}
            <span className="small quiet from">
              {fact ? (fact.typed ? i18n.t('panel.deal.typed') : readFrom(fact.from)) : i18n.t('panel.deal.notHere')}
              {(!fact || fact.typed || fact.unsure || fact.value === null) && (
                <Button
                  className="plain"
                  autoFocus={back}
                  onPress={() => setEditing(true)}
                  aria-label={`${typeWord(fact)}: ${label}`}
                >
                  {typeWord(fact)}
                </Button>
              )}
              {!fact && teachable && (
                <TeachIt
                  words={i18n.t('sites.note.teach')}
                  label={`${i18n.t('sites.note.teach')}: ${label}`}
                  fields={[field]}
                />
              )}
            </span>
          </>
        )}
        <SavedMark deal={view.deal} of={fieldKey(field)} />
      </dd>
    </div>
  );
}

function typeWord(fact: DealView['facts'][Field]): string {
  return i18n.t(fact?.typed ? 'panel.deal.edit' : 'panel.deal.typeIt');
}
