import { useState } from 'react';
import { FieldError, Input, Label, TextField } from 'react-aria-components';
import { i18n } from '#i18n';
import { codeOf, minorDigits } from '../../../lib/domain/currency';
import { parseMoney } from '../../../lib/domain/money';
import type { PlaybookRule } from '../../../lib/domain/playbook-choice';

type Amount = NonNullable<PlaybookRule['amount']>;

const BOUNDS = ['from', 'below'] as const;
const KEYS = { from: 'atLeast', below: 'below' } as const;

interface RuleAmountProps {
  amount: Amount | undefined;
  onChange: (amount: Amount | undefined) => void;
}

/** From one amount to below another, in one currency; kept when a line is left and all of it can be read. */
export function RuleAmount({ amount, onChange }: RuleAmountProps) {
  const [text, setText] = useState(() => textOf(amount));
  const [last, setLast] = useState(amount);
  if (JSON.stringify(last) !== JSON.stringify(amount)) {
    // Another rule moved to this place, or another tab changed it.
    setLast(amount);
    setText(textOf(amount));
  }
  const read = amountOf(text);
  const leave = () => {
    if ('amount' in read && JSON.stringify(read.amount) !== JSON.stringify(amount)) onChange(read.amount);
  };
  const wrong = 'wrong' in read ? read.wrong : [];
  return (
    <>
      {BOUNDS.map((bound) => (
        <Line
          key={bound}
          label={i18n.t(`playbooks.rules.${bound}`)}
          value={text[bound]}
          wrong={wrong.includes(bound) ? i18n.t('playbooks.rules.notAmount') : null}
          onType={(typed) => setText({ ...text, [bound]: typed })}
          onLeave={leave}
        />
      ))}
      <Line
        label={i18n.t('playbooks.rules.currency')}
        value={text.currency}
        wrong={wrong.includes('currency') ? i18n.t('playbooks.rules.notCurrency') : null}
        onType={(currency) => setText({ ...text, currency })}
        onLeave={leave}
      />
    </>
  );
}

type Typed = Record<(typeof BOUNDS)[number] | 'currency', string>;

/** What was typed as a range, or which lines cannot be read. A sign of its own tells an amount's currency too. */
function amountOf(text: Typed): { amount: Amount | undefined } | { wrong: (keyof Typed)[] } {
  const filled = BOUNDS.filter((bound) => text[bound].trim() !== '');
  if (filled.length === 0) return { amount: undefined };
  const named = codeOf(text.currency.trim());
  const reading = { locale: navigator.language, settled: true };
  const read = filled.map((bound) => ({ bound, money: parseMoney(text[bound], reading, named).value }));
  const currency = named ?? read.find(({ money }) => money?.currency)?.money?.currency ?? null;
  const unread = read.filter(({ money }) => money === null).map(({ bound }) => bound);
  const wrong = [...unread, ...(currency === null ? (['currency'] as const) : [])];
  if (wrong.length > 0 || currency === null) return { wrong };
  const bounds = Object.fromEntries(read.map(({ bound, money }) => [KEYS[bound], money?.minor]));
  return { amount: { currency, ...bounds } };
}

function textOf(amount: Amount | undefined): Typed {
  return { from: shown(amount, 'from'), below: shown(amount, 'below'), currency: amount?.currency ?? '' };
}

function shown(amount: Amount | undefined, bound: (typeof BOUNDS)[number]): string {
  const minor = amount?.[KEYS[bound]];
  if (!amount || minor === undefined) return '';
  return new Intl.NumberFormat(navigator.language).format(minor / 10 ** minorDigits(amount.currency));
}

interface LineProps {
  label: string;
  value: string;
  wrong: string | null;
  onType: (text: string) => void;
  onLeave: () => void;
}

function Line({ label, value, wrong, onType, onLeave }: LineProps) {
  return (
    <TextField className="field" value={value} isInvalid={wrong !== null} onChange={onType} onBlur={onLeave}>
      <Label className="label">{label}</Label>
      <Input
        className="input"
        autoComplete="off"
        placeholder={i18n.t('words.none')}
        onKeyDown={(event) => event.key === 'Enter' && onLeave()}
      />
      <FieldError className="field-error small">{wrong}</FieldError>
    </TextField>
  );
}
