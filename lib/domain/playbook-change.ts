/**
 * A playbook changes by versions: what was given on an older one stays, and what is new can
 * be looked at before it is adopted.
 */
import { PHASES, type Phase } from './phase';
import { type Playbook, type Question, type QuestionId, questionOf } from './playbook';

/** Three to five questions a phase get answered; more get ticked. */
const MAX_IN_PHASE = 5;

type Wording = Omit<Question, 'id'>;

/** One edit of a playbook. */
export type PlaybookChange =
  | { do: 'rename'; name: string }
  /** `before: null` puts it last. */
  | { do: 'add'; question: Question; before: QuestionId | null }
  | { do: 'change'; id: QuestionId; to: Partial<Wording> }
  | { do: 'move'; id: QuestionId; before: QuestionId | null }
  | { do: 'retire'; id: QuestionId };

/** One field of a question before and after; `undefined` where it is not set. */
export interface FieldChange {
  field: string;
  from: unknown;
  to: unknown;
}

/** What going from one playbook to another means. */
export interface PlaybookDiff {
  renamed: { from: string; to: string } | null;
  added: Question[];
  retired: Question[];
  changed: { question: Question; fields: FieldChange[] }[];
  /** The fewest questions whose moving explains the new order. */
  moved: QuestionId[];
}

/** Phases that ask more than people answer, with how many they ask. */
export function tooMany(playbook: Playbook): { phase: Phase; count: number }[] {
  return PHASES.map((phase) => ({
    phase,
    count: playbook.questions.filter((question) => question.phase === phase).length,
  })).filter(({ count }) => count > MAX_IN_PHASE);
}

/**
 * The next version with the changes made in order; the same playbook where they change
 * nothing. A retired id is remembered and never given again.
 * @throws RangeError for a question that is not there, or an id that is or was taken.
 */
export function nextVersion(playbook: Playbook, changes: readonly PlaybookChange[]): Playbook {
  const next = changes.reduce(changed, playbook);
  const same = JSON.stringify(next) === JSON.stringify(playbook);
  return same ? playbook : { ...next, version: playbook.version + 1 };
}

/** The changes that put a question last in a phase. */
export function putInto(playbook: Playbook, id: QuestionId, phase: Phase): PlaybookChange[] {
  const others = without(playbook.questions, id);
  return [
    { do: 'change', id, to: { phase } },
    { do: 'move', id, before: endOf(others, phase) },
  ];
}

/** The question before which something stands that is put last in a phase; `null` at the very end. */
export function endOf(questions: readonly Question[], phase: Phase): QuestionId | null {
  const last = questions.findLastIndex((question) => question.phase === phase);
  const later = (question: Question) => PHASES.indexOf(question.phase) > PHASES.indexOf(phase);
  return (last < 0 ? questions.find(later) : questions[last + 1])?.id ?? null;
}

/**
 * The changes that put a question one place up or down: within its phase, from its edge into
 * the phase beside it. None at the ends.
 */
export function shifted(playbook: Playbook, id: QuestionId, by: -1 | 1): PlaybookChange[] {
  const { phase } = existing(playbook, id);
  const group = playbook.questions.filter((question) => question.phase === phase);
  const beside = group[group.findIndex((question) => question.id === id) + by];
  if (beside) return [by < 0 ? { do: 'move', id, before: beside.id } : { do: 'move', id: beside.id, before: id }];
  const next = PHASES[PHASES.indexOf(phase) + by];
  if (!next || next === 'closed') return []; // What is closed has nothing left to ask.
  const first = playbook.questions.find((question) => question.phase === next);
  if (by < 0 || !first) return putInto(playbook, id, next);
  return [
    { do: 'change', id, to: { phase: next } },
    { do: 'move', id, before: first.id },
  ];
}

/** A question that is still to be written. `ending` makes its id one that nobody else gives. */
export function blankQuestion(playbook: Playbook, phase: Phase, ending: string): Question {
  return {
    id: `${playbook.id}.q${ending}`,
    phase,
    prompt: '',
    short: '',
    ask: '',
    proof: '',
    coach: '',
    why: '',
    gives: '',
    weight: 2,
    freshDays: 45,
    recheckOn: ['closeDate'],
  };
}

const WORDED = ['prompt', 'short', 'ask', 'proof', 'coach', 'why', 'gives'] as const;

/** Without the spaces that a keyboard leaves at the edges of a line. */
export function trimmed(playbook: Playbook): Playbook {
  const questions = playbook.questions.map((question) => ({
    ...question,
    ...Object.fromEntries(WORDED.map((field) => [field, question[field].trim()])),
  }));
  return { ...playbook, name: playbook.name.trim(), questions };
}

/**
 * A copy that a team makes its own: its questions keep their ids, so that answers stay with
 * them. `ending` makes its id one that nobody else gives.
 */
export function ownCopy(playbook: Playbook, ending: string, words: { name: string; origin: string }): Playbook {
  return { ...playbook, ...words, id: `${playbook.id.slice(0, 40)}-${ending}`, version: 1 };
}

/**
 * The version after `kept` that says what `wanted` says. What is gone from it is retired; what
 * it brings back is no longer.
 */
export function following(kept: Playbook, wanted: Playbook): Playbook {
  const gone = [...kept.questions.map(({ id }) => id), ...(kept.retired ?? []), ...(wanted.retired ?? [])];
  const retired = [...new Set(gone)].filter((id) => !questionOf(wanted, id));
  const { retired: _, ...rest } = wanted;
  return { ...rest, id: kept.id, version: kept.version + 1, ...(retired.length > 0 ? { retired } : {}) };
}

/** Whether a diff says anything. */
export function isChange(diff: PlaybookDiff): boolean {
  const { renamed, added, retired, changed, moved } = diff;
  return renamed !== null || added.length + retired.length + changed.length + moved.length > 0;
}

function changed(playbook: Playbook, change: PlaybookChange): Playbook {
  const { questions, retired = [] } = playbook;
  switch (change.do) {
    case 'rename':
      return { ...playbook, name: change.name };
    case 'add':
      if (questionOf(playbook, change.question.id) || retired.includes(change.question.id)) {
        throw new RangeError(`taken: ${change.question.id}`);
      }
      return { ...playbook, questions: placed(questions, change.question, change.before) };
    case 'change': {
      const to = { ...existing(playbook, change.id), ...change.to };
      return { ...playbook, questions: questions.map((question) => (question.id === change.id ? to : question)) };
    }
    case 'move': {
      if (change.before === change.id) return playbook;
      const question = existing(playbook, change.id);
      return { ...playbook, questions: placed(without(questions, change.id), question, change.before) };
    }
    case 'retire':
      existing(playbook, change.id);
      return { ...playbook, questions: without(questions, change.id), retired: [...retired, change.id] };
  }
}

function existing(playbook: Playbook, id: QuestionId): Question {
  const question = questionOf(playbook, id);
  if (!question) throw new RangeError(`no such question: ${id}`);
  return question;
}

function without(questions: readonly Question[], id: QuestionId): Question[] {
  return questions.filter((question) => question.id !== id);
}

function placed(questions: readonly Question[], question: Question, before: QuestionId | null): Question[] {
  if (before === null) return [...questions, question];
  const index = questions.findIndex(({ id }) => id === before);
  if (index < 0) throw new RangeError(`no such question: ${before}`);
  return questions.toSpliced(index, 0, question);
}

/** What going from `a` to `b` would mean, question by question. */
export function diffPlaybooks(a: Playbook, b: Playbook): PlaybookDiff {
  const stays = b.questions.filter(({ id }) => questionOf(a, id));
  const inA = new Map(a.questions.map(({ id }, index) => [id, index]));
  const anchored = longestRise(stays.map(({ id }) => inA.get(id) ?? 0));
  return {
    renamed: a.name === b.name ? null : { from: a.name, to: b.name },
    added: b.questions.filter(({ id }) => !questionOf(a, id)),
    retired: a.questions.filter(({ id }) => !questionOf(b, id)),
    changed: stays
      .map((question) => ({ question, fields: fieldChanges(existing(a, question.id), question) }))
      .filter(({ fields }) => fields.length > 0),
    moved: stays.filter((_, index) => !anchored.has(index)).map(({ id }) => id),
  };
}

function fieldChanges(a: Question, b: Question): FieldChange[] {
  const [from, to] = [new Map(Object.entries(a)), new Map(Object.entries(b))];
  return [...new Set([...from.keys(), ...to.keys()])]
    .map((field): FieldChange => ({ field, from: from.get(field), to: to.get(field) }))
    .filter((change) => JSON.stringify(change.from) !== JSON.stringify(change.to));
}

/** The positions of one longest rising run of `numbers`, not necessarily side by side. */
function longestRise(numbers: readonly number[]): Set<number> {
  const runs: number[][] = [];
  numbers.forEach((number, index) => {
    const before = runs.filter((run) => (numbers[run.at(-1) ?? -1] ?? number) < number);
    const longest = before.reduce<number[]>((best, run) => (run.length > best.length ? run : best), []);
    runs.push([...longest, index]);
  });
  return new Set(runs.reduce<number[]>((best, run) => (run.length > best.length ? run : best), []));
}
