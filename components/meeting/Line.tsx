import { useId } from 'react';
import { Button, Label, Text, TextArea, TextField } from 'react-aria-components';
import { i18n } from '#i18n';
import { type Leak, withAlternative } from '../../lib/domain/leak';
import { MAX_LINE } from '../../lib/domain/meeting';

interface LineProps {
  label: string;
  /** Whether the label is only for readers; the letter says enough to the eye. */
  quiet?: boolean;
  value: string;
  placeholder?: string;
  /** What must not leave, as it stands in `value`. */
  leaks?: readonly Leak[];
  /** Whether a line end may be typed. */
  lines?: boolean;
  autoFocus?: boolean;
  className?: string;
  maxLength?: number;
  onType: (value: string) => void;
  onLeave?: () => void;
}

/**
 * Text as it will be read, and typed where it stands. It grows with what is in it: behind it lies
 * the same text, unseen, which sets the height and underlines what must not leave.
 */
export function Line(props: LineProps) {
  const { label, quiet = true, value, placeholder, leaks = [], lines = false, autoFocus, className = '' } = props;
  const { maxLength = MAX_LINE, onType, onLeave } = props;
  const hint = useId();
  const isFull = value.length >= maxLength;
  return (
    <TextField
      className={`line ${className}`}
      value={value}
      onChange={(text) => onType(lines ? text : text.replace(/\n/g, ' '))}
      onBlur={onLeave}
      autoFocus={autoFocus}
      maxLength={maxLength}
    >
      <Label className={quiet ? 'unseen' : 'part'}>{label}</Label>
      <div className="line-place">
        <div className="line-behind" aria-hidden>
          {marked(value === '' ? (placeholder ?? '') : value, value === '' ? [] : leaks)}{' '}
        </div>
        <TextArea
          className="line-text"
          rows={1}
          dir="auto"
          placeholder={placeholder}
          autoComplete="off"
          aria-describedby={leaks.length > 0 ? hint : undefined}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || lines) return;
            event.preventDefault();
            onLeave?.();
          }}
        />
      </div>
      {/* The browser cuts off what is pasted beyond it, and says nothing. */}
      {isFull && (
        <Text slot="description" role="status" className="small look">
          {i18n.t('meeting.full', [String(maxLength)])}
        </Text>
      )}
      {leaks.length > 0 && (
        <ul className="leaks" id={hint}>
          {leaks.map((leak) => (
            <li key={`${leak.start} ${leak.found}`}>
              <LeakHint leak={leak} onMend={() => onType(withAlternative(value, leak))} />
            </li>
          ))}
        </ul>
      )}
    </TextField>
  );
}

/** What was found, and something plain to write instead. */
function LeakHint({ leak, onMend }: { leak: Leak; onMend: () => void }) {
  const { found, kind, instead } = leak;
  return (
    <>
      <span className="look">{i18n.t('meeting.leak.found', [found, i18n.t(`meeting.leak.kind.${kind}`)])}</span>
      <Button className="plain" onPress={onMend}>
        {instead === '…' ? i18n.t('meeting.leak.out') : i18n.t('meeting.leak.use', [instead])}
      </Button>
    </>
  );
}

function marked(text: string, leaks: readonly Leak[]) {
  const parts = leaks.flatMap((leak, index) => [
    text.slice(leaks[index - 1]?.end ?? 0, leak.start),
    <mark key={leak.start}>{text.slice(leak.start, leak.end)}</mark>,
  ]);
  return [...parts, text.slice(leaks.at(-1)?.end ?? 0)];
}
