/** What an entry of a deal is called, and a few words of what is in it. */
import { i18n } from '#i18n';
import { questionOf } from '../../lib/domain/playbook';
import { allPlaybooks, type TeamPlaybooks } from '../../lib/domain/team-playbooks';

const KINDS = [
  ...['answer', 'meeting', 'promise', 'rivals', 'decision', 'criterion', 'waiting', 'phase', 'field', 'playbook'],
  ...['advance', 'review', 'reply', 'snapshot'],
] as const;
type Kind = (typeof KINDS)[number];

const isKind = (name: string): name is Kind => (KINDS as readonly string[]).includes(name);

/** "Answer: Who owns the problem?"; what this version knows no word for goes by its key. */
export function entryName(key: string, value: unknown, team: TeamPlaybooks | null): string {
  const [kind = '', ...rest] = key.split(':');
  if (!isKind(kind)) return key;
  const word = i18n.t(`erase.entry.${kind}`);
  const text = kind === 'answer' ? promptOf(rest.join(':'), team) : excerptOf(value);
  return text ? i18n.t('erase.entryOf', [word, text]) : word;
}

function promptOf(question: string, team: TeamPlaybooks | null): string {
  const found = team && allPlaybooks(team).map((playbook) => questionOf(playbook, question)?.prompt);
  return found?.find((prompt) => prompt !== undefined) ?? question;
}

/** Where the words of a value stand, the most telling first. */
const TEXTS = ['quote', 'purpose', 'what', 'text', 'trigger', 'who'];
const LENGTH = 80;

/** The first words of what a value says; `''` where it says none. */
export function excerptOf(value: unknown): string {
  if (typeof value === 'string') return value.length > LENGTH ? `${value.slice(0, LENGTH)}…` : value;
  if (Array.isArray(value)) return excerptOf(value.filter((one) => typeof one === 'string').join(', '));
  if (typeof value !== 'object' || value === null) return '';
  const texts = TEXTS.map((name) => (Object.hasOwn(value, name) ? Reflect.get(value, name) : ''));
  return excerptOf(texts.find((text) => typeof text === 'string' && text !== '') ?? '');
}
