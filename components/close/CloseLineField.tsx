import { i18n } from '#i18n';
import { MAX_TEXT } from '../../lib/domain/answer';
import { type CloseLine, closeKey, type Told } from '../../lib/domain/close';
import { peopleNamed } from '../../lib/domain/draft-meeting';
import type { DealView } from '../../lib/domain/view';
import { tell } from '../../lib/state/closing';
import { useDraftLine } from '../../lib/state/draft-line';
import { Choice } from '../panel/Choice';
import { LineField } from '../panel/LineField';
import { SavedMark } from '../panel/SavedMark';

interface CloseLineFieldProps {
  view: DealView;
  line: CloseLine;
  told: Told | undefined;
}

/** One line of the conversation, and whose word it is: theirs, with a name, or ours alone. */
export function CloseLineField({ view, line, told }: CloseLineFieldProps) {
  const { deal } = view;
  const label = i18n.t(`close.line.${line}`);
  return (
    <fieldset className="close-line">
      <legend className="unseen">{label}</legend>
      <Line view={view} line={line} field="text" label={label} kept={told?.text ?? ''} />
      {told && (
        <div className="close-from">
          <Choice
            quiet
            label={i18n.t('close.from.label')}
            options={(['customer', 'us'] as const).map((value) => ({ value, text: i18n.t(`close.from.${value}`) }))}
            value={told.from}
            onChange={(from) => void tell(deal, line, { from })}
          />
          {told.from === 'customer' && (
            <Line view={view} line={line} field="who" label={i18n.t('close.who')} kept={told.who} />
          )}
        </div>
      )}
      <SavedMark deal={deal} of={closeKey(line)} />
    </fieldset>
  );
}

interface LineProps {
  view: DealView;
  line: CloseLine;
  field: 'text' | 'who';
  label: string;
  kept: string;
}

function Line({ view, line, field, label, kept }: LineProps) {
  const { deal } = view;
  const { text, type, done } = useDraftLine(deal, `${closeKey(line)}:${field}`, kept);
  const isTooLong = text.length > MAX_TEXT;
  const leave = async () => {
    if (isTooLong) return;
    if (text === kept || (await tell(deal, line, { [field]: text }))) done();
  };
  return (
    <LineField
      label={label}
      value={text}
      offers={field === 'who' ? peopleNamed(Object.values(view.answers)) : []}
      wrong={isTooLong ? i18n.t('panel.answer.tooLong', [String(MAX_TEXT)]) : null}
      onType={type}
      onLeave={() => void leave()}
    />
  );
}
