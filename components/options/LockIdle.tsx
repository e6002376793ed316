import { useState } from 'react';
import { i18n } from '#i18n';
import { chooseIdle, IDLE_CHOICES, type Idle } from '../../lib/state/lock';
import { Pick } from '../Pick';

const idOf = (idle: Idle) => (idle === null ? 'never' : (`after${idle}` as const));

interface IdlePickProps {
  idle: number | null;
  onChange: (idle: Idle) => void;
}

/** After how long without use it locks. */
export function IdlePick({ idle, onChange }: IdlePickProps) {
  const present = IDLE_CHOICES.find((one) => one === idle) ?? null;
  return (
    <Pick
      labelled
      label={i18n.t('lock.set.idle')}
      options={IDLE_CHOICES.map((one) => ({ id: idOf(one), text: i18n.t(`lock.set.minutes.${idOf(one)}`) }))}
      value={idOf(present)}
      onChange={(id) => onChange(IDLE_CHOICES.find((one) => idOf(one) === id) ?? null)}
    />
  );
}

/** The same, kept when it is chosen. */
export function LockIdle({ idle }: { idle: number | null }) {
  const [outcome, setOutcome] = useState('');
  const choose = async (next: Idle) => {
    setOutcome(i18n.t((await chooseIdle(next)) ? 'lock.idleSaved' : 'lock.failed'));
  };
  return (
    <section>
      <IdlePick idle={idle} onChange={(next) => void choose(next)} />
      <p role="status" className="outcome">
        {outcome}
      </p>
    </section>
  );
}
