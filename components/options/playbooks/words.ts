/** Playbooks in words: their fields, their values, and what is wrong with a file. */
import { i18n } from '#i18n';
import { PHASES, type Phase } from '../../../lib/domain/phase';
import { type Playbook, RECHECK_EVENTS, type RecheckEvent } from '../../../lib/domain/playbook';
import type { PlaybookFault } from '../../../lib/domain/playbook-file';
import { count } from '../../format';

const FIELDS = [
  ...['id', 'name', 'origin', 'version', 'questions', 'retired', 'phase', 'prompt', 'short', 'ask', 'proof', 'coach'],
  ...['why', 'gives', 'weight', 'freshDays', 'recheckOn', 'stopIfNo', 'sameAs'],
] as const;
const KINDS = ['string', 'number', 'int', 'array', 'object', 'boolean'] as const;

const isOne = <T extends string>(all: readonly T[], word: unknown): word is T => all.some((one) => one === word);

/** "Why it matters" for `why`; a name that is not ours as it stands. */
export function fieldWord(field: string): string {
  const first = field.split('.')[0] ?? '';
  return isField(first) ? i18n.t(`playbooks.field.${first}`) : first;
}

type FieldName = 'id' | 'name' | 'origin' | 'version' | 'questions' | 'retired' | keyof Playbook['questions'][number];
const isField = (name: string): name is FieldName => isOne<string>(FIELDS, name);

/** The value of a question's field as a person would say it. */
export function valueWord(field: string, value: unknown): string {
  if (value === undefined || value === '') return i18n.t('playbooks.diff.nothing');
  if (value === true) return i18n.t('playbooks.diff.yes');
  if (field === 'phase' && isOne<Phase>(PHASES, value)) return i18n.t(`words.phase.${value}`);
  if (Array.isArray(value)) return value.map(eventWord).join(', ') || i18n.t('playbooks.diff.nothing');
  return String(value);
}

function eventWord(event: unknown): string {
  return isOne<RecheckEvent>(RECHECK_EVENTS, event) ? i18n.t(`playbooks.event.${event}`) : String(event);
}

/** "version 3, 12 questions" */
export function facts({ version, questions }: Playbook): string {
  return i18n.t('playbooks.facts', questions.length, [count(questions.length), String(version)]);
}

/** What is wrong, without where. */
export function faultWords({ reason, field, detail }: PlaybookFault): string {
  const said = reason === 'wrongType' && isOne(KINDS, detail) ? i18n.t(`playbooks.kind.${detail}`) : detail;
  return i18n.t(`playbooks.fault.${reason}`, [fieldWord(field), said]);
}

/** What is wrong in a file, by its line. */
export function faultLine(fault: PlaybookFault): string {
  const [line, said] = [count(fault.line), faultWords(fault)];
  return fault.question === null
    ? i18n.t('playbooks.in.line', [line, said])
    : i18n.t('playbooks.in.lineIn', [line, fault.question, said]);
}

/** The words of a copy that a team makes its own. */
export function copyWords({ name }: Playbook): { name: string; origin: string } {
  return { name: i18n.t('playbooks.copyName', [name]), origin: i18n.t('playbooks.copyOrigin', [name]) };
}
