import { i18n } from '#i18n';
import { SHORTEST } from '../../lib/state/lock';
import { PassphraseField } from '../lock/PassphraseField';

/** A passphrase that is being made, typed twice. */
export interface TypedTwice {
  first: string;
  second: string;
  /** What is wrong with it; `null` when it may be used. */
  flaw: 'short' | 'differs' | null;
  /** Whether somebody tried to use it: until then nobody is told what is wrong. */
  isTried: boolean;
}

/** The two fields as they stand at first. */
export const NOTHING_TYPED: TypedTwice = { first: '', second: '', flaw: 'short', isTried: false };

function judged(first: string, second: string, isTried: boolean): TypedTwice {
  const flaw = [...first].length < SHORTEST ? 'short' : first === second ? null : 'differs';
  return { first, second, flaw, isTried };
}

interface NewPassphraseProps {
  typed: TypedTwice;
  onChange: (typed: TypedTwice) => void;
}

/** Two lines for a passphrase that nobody can read back. */
export function NewPassphrase({ typed, onChange }: NewPassphraseProps) {
  const { first, second, flaw, isTried } = typed;
  const least = String(SHORTEST);
  return (
    <>
      <PassphraseField
        isNew
        label={i18n.t('lock.set.passphrase')}
        hint={i18n.t('lock.set.hint', [least])}
        value={first}
        wrong={isTried && flaw === 'short' ? i18n.t('lock.set.short', [least]) : undefined}
        onChange={(text) => onChange(judged(text, second, isTried))}
      />
      <PassphraseField
        isNew
        label={i18n.t('lock.set.again')}
        value={second}
        wrong={isTried && flaw === 'differs' ? i18n.t('lock.set.differs') : undefined}
        onChange={(text) => onChange(judged(first, text, isTried))}
      />
    </>
  );
}
