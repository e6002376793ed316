import { useState } from 'react';
import { i18n } from '#i18n';
import { fromCustomer, MAX_TEXT, RUNGS } from '../../lib/domain/answer';
import { peopleNamed } from '../../lib/domain/draft-meeting';
import type { DealView } from '../../lib/domain/view';
import {
  PERIODS,
  parseUnitCost,
  parseVolume,
  type Source,
  type Waiting,
  type WaitingInputName,
} from '../../lib/domain/waiting';
import { leaveWaiting, typeWaiting, type WaitingPatch } from '../../lib/state/waiting';
import { count, money } from '../format';
import { Choice } from '../panel/Choice';
import { LineField } from '../panel/LineField';
import { OpeningRow } from '../panel/OpeningRow';

interface WaitingRowProps {
  view: DealView;
  name: WaitingInputName;
  waiting: Waiting;
  /** The deal's own, for amounts that are typed without one. */
  currency: string | null;
}

/** One input in one line: its value and whose word it is; it opens in place. */
export function WaitingRow({ view, name, waiting, currency }: WaitingRowProps) {
  const [isOpen, setOpen] = useState(false);
  const { value, source } = waiting[name];
  const counts = value !== null && source.rung !== 'guess' && source.who.trim() !== '';
  return (
    <OpeningRow
      name={i18n.t(`waiting.input.${name}`)}
      standing={counts ? 'firm' : value === null ? 'open' : 'partial'}
      more={value !== null && <span className="small quiet block">{shown(waiting, name)}</span>}
      word={<bdi>{value === null ? i18n.t('words.gap.unanswered') : sourceWord(source)}</bdi>}
      isOpen={isOpen}
      onToggle={() => setOpen(!isOpen)}
    >
      <WaitingEditor view={view} name={name} waiting={waiting} currency={currency} />
    </OpeningRow>
  );
}

function WaitingEditor({ view, name, waiting, currency }: WaitingRowProps) {
  const { deal } = view;
  const { source } = waiting[name];
  const type = (patch: WaitingPatch) => void typeWaiting(deal, currency, patch);
  const leave = () => void leaveWaiting(deal);
  const sourced = (next: Source) => ({ [name]: { ...waiting[name], source: next } });
  return (
    <>
      <p className="ask">{i18n.t(`waiting.ask.${name}`)}</p>
      <Value waiting={waiting} name={name} currency={currency} onType={type} onLeave={leave} />
      <Choice
        label={i18n.t('panel.answer.rung')}
        options={RUNGS.map((value) => ({ value, text: i18n.t(`words.rung.${value}`) }))}
        value={source.rung}
        onChange={(rung) => {
          type(sourced({ ...source, rung }));
          leave();
        }}
      />
      {source.rung !== 'guess' && (
        <LineField
          label={i18n.t(fromCustomer(source.rung) ? 'panel.answer.who' : 'waiting.whoSign')}
          value={source.who}
          offers={peopleNamed(Object.values(view.answers))}
          wrong={source.who.length > MAX_TEXT ? i18n.t('panel.answer.tooLong', [String(MAX_TEXT)]) : null}
          onType={(who) => type(sourced({ ...source, who }))}
          onLeave={leave}
        />
      )}
    </>
  );
}

interface ValueProps extends Omit<WaitingRowProps, 'view'> {
  onType: (patch: WaitingPatch) => void;
  onLeave: () => void;
}

/** The number or the period itself. A text that is no number is not kept, and said. */
function Value({ waiting, name, currency, onType, onLeave }: ValueProps) {
  const [text, setText] = useState<string | null>(null);
  const { period } = waiting;
  if (name === 'period') {
    return (
      <Choice
        quiet
        label={i18n.t('waiting.input.period')}
        options={PERIODS.map((value) => ({ value, text: i18n.t(`waiting.period.${value}`) }))}
        value={period.value}
        onChange={(value) => {
          onType({ period: { ...period, value } });
          onLeave();
        }}
      />
    );
  }
  const patch = text === null ? null : patchOf(text, waiting, name, currency);
  const wrong = text !== null && patch === null ? i18n.t(`waiting.wrong.${name}`) : null;
  return (
    <LineField
      label={i18n.t(`waiting.field.${name}`)}
      value={text ?? shown(waiting, name)}
      wrong={wrong}
      onType={(next) => {
        setText(next);
        const said = patchOf(next, waiting, name, currency);
        if (said) onType(said);
      }}
      onLeave={() => {
        if (!wrong) setText(null);
        onLeave();
      }}
    />
  );
}

/** The person types as their browser writes. */
const READING = { locale: navigator.language, settled: true };

/** What a text changes; `null` where it is no number. Nothing typed takes the number back. */
function patchOf(text: string, waiting: Waiting, name: 'volume' | 'unitCost', currency: string | null) {
  const nothing = text.trim() === '';
  if (name === 'volume') {
    const value = nothing ? null : parseVolume(text, READING);
    return value === null && !nothing ? null : { volume: { ...waiting.volume, value } };
  }
  const cost = nothing ? null : parseUnitCost(text, READING, waiting.currency ?? currency);
  if (cost === null && !nothing) return null;
  const unitCost = { ...waiting.unitCost, value: cost?.minor ?? null };
  return cost ? { unitCost, currency: cost.currency } : { unitCost };
}

function shown(waiting: Waiting, name: WaitingInputName): string {
  const { volume, unitCost, period, currency } = waiting;
  if (name === 'volume') return volume.value === null ? '' : count(volume.value);
  if (name === 'unitCost') return unitCost.value === null ? '' : money({ minor: unitCost.value, currency });
  return period.value === null ? '' : i18n.t(`waiting.period.${period.value}`);
}

function sourceWord({ rung, who }: Source): string {
  if (rung === 'guess') return i18n.t('words.gap.onlyOurWord');
  return [i18n.t(`words.rung.${rung}`), who.trim()].filter(Boolean).join(', ');
}
