/**
 * A playbook as a file: written for people to read and edit, read back with every fault
 * named by its line. A file with a fault is refused whole; a field that this version does
 * not know is kept and pointed out, since it is a slip of the pen or of a newer version.
 */
import { type JsonPath, readJson } from './json-lines';
import { PHASES } from './phase';
import { type Playbook, type Question, type QuestionId, RECHECK_EVENTS } from './playbook';
import { z } from './z';

/** What a file says it is; the number is raised when an older reader would read it wrongly. */
const PLAYBOOK_FORMAT = 'footing-playbook';
const PLAYBOOK_FORMAT_VERSION = 1;

/** More than anybody would answer, and far fewer than would make a page slow. */
const MAX_QUESTIONS = 200;
/** In characters; a full playbook of `MAX_QUESTIONS` is a tenth of it. */
export const MAX_PLAYBOOK_FILE = 10_000_000;
/** Past this many faults the rest are counted, not listed. */
const MAX_FAULTS = 20;

const MAX_LINE = 1000;

const questionId = z
  .string()
  .regex(/^[a-z][A-Za-z0-9-]*\.[a-z][A-Za-z0-9-]*$/)
  .max(80);
const line = z.string().min(1).max(MAX_LINE);

/** A question as files bring it and the log keeps it. */
const questionSchema = z.looseObject({
  id: questionId,
  phase: z.enum(PHASES),
  prompt: line,
  short: line,
  ask: line,
  proof: line,
  coach: line,
  why: line,
  gives: line,
  weight: z.literal([1, 2, 3]),
  freshDays: z.number().int().min(1).max(3650),
  recheckOn: z.array(z.enum(RECHECK_EVENTS)).max(RECHECK_EVENTS.length),
  stopIfNo: z.literal(true).optional(),
  sameAs: z.array(questionId).max(20).optional(),
}) satisfies z.ZodType<Question>;

/** An id of a playbook: `basics`, `basics-3f9a21`. */
export const playbookIdSchema = z
  .string()
  .regex(/^[a-z][a-z0-9-]*$/)
  .max(60);

/** A playbook as files bring it and the log keeps it. */
export const playbookSchema = z.looseObject({
  id: playbookIdSchema,
  name: line,
  origin: z.string().max(MAX_LINE),
  version: z.number().int().min(1),
  questions: z.array(questionSchema).min(1).max(MAX_QUESTIONS),
  retired: z.array(questionId).max(1000).optional(),
}) satisfies z.ZodType<Playbook>;

/** What can be wrong with a file, as codes; `detail` holds what the words need. */
const PLAYBOOK_FAULTS = [
  /** Larger than any playbook. */
  'tooLarge',
  /** No JSON, or none from this line on. */
  'notJson',
  'tooDeep',
  'repeatedName',
  /** JSON, and not a playbook of ours. */
  'otherFormat',
  /** Written by a newer version of Footing; `detail` is its format. */
  'newerFormat',
  /** `detail` is how many. */
  'tooManyQuestions',
  'missing',
  /** `detail` is what it should be. */
  'wrongType',
  'empty',
  /** `detail` is the most that is kept. */
  'tooLong',
  /** `detail` is the nearest value that is allowed. */
  'outOfRange',
  /** `detail` lists the choices. */
  'notAChoice',
  /** An id is two words with a point between: `fit.owner`. */
  'badId',
  /** `detail` is the line of the first. */
  'duplicateId',
  /** The id stood for another question in an earlier version. */
  'retiredId',
] as const;
export type PlaybookFaultCode = (typeof PLAYBOOK_FAULTS)[number];

/** One fault, and where it stands. */
export interface PlaybookFault {
  line: number;
  reason: PlaybookFaultCode;
  /** The question it is in, where that has an id. */
  question: QuestionId | null;
  /** The field: `weight`, `recheckOn.0`; empty where it is the file itself. */
  field: string;
  detail: string;
}

/** A field that this version does not know; it is kept. */
export type UnknownField = Pick<PlaybookFault, 'line' | 'question' | 'field'>;

/** What came of reading a file. */
export type PlaybookRead =
  | { ok: true; playbook: Playbook; unknown: UnknownField[] }
  /** `more` faults beyond those listed. */
  | { ok: false; faults: PlaybookFault[]; more: number };

/** The file of a playbook; `parsePlaybook` gives the same playbook back. */
export function printPlaybook(playbook: Playbook): string {
  const file = { format: PLAYBOOK_FORMAT, formatVersion: PLAYBOOK_FORMAT_VERSION, playbook };
  return `${JSON.stringify(file, null, 2)}\n`;
}

/** A name for its file that sorts by version. */
export function playbookFileName({ id, version }: Playbook): string {
  return `footing-playbook-${id}-v${version}.json`;
}

/** Reads the text of a file; every fault is found in one pass, in the order of lines. */
export function parsePlaybook(text: string): PlaybookRead {
  if (text.length > MAX_PLAYBOOK_FILE) return refused('tooLarge', 1, '');
  const json = readJson(text.replace(/^\uFEFF/, ''));
  if (!json.ok) return refused(json.fault.code === 'syntax' ? 'notJson' : json.fault.code, json.fault.line, '');

  const { value: file, lineOf } = json;
  if (valueAt(file, ['format']) !== PLAYBOOK_FORMAT) return refused('otherFormat', lineOf(['format']), '');
  const format = valueAt(file, ['formatVersion']);
  if (typeof format === 'number' && format > PLAYBOOK_FORMAT_VERSION) {
    return refused('newerFormat', lineOf(['formatVersion']), String(format));
  }
  if (format !== PLAYBOOK_FORMAT_VERSION) return refused('otherFormat', lineOf(['formatVersion']), '');

  const draft = valueAt(file, ['playbook']);
  const questions = valueAt(draft, ['questions']);
  if (Array.isArray(questions) && questions.length > MAX_QUESTIONS) {
    return refused('tooManyQuestions', lineOf(['playbook', 'questions']), String(questions.length));
  }

  const place = (path: JsonPath) => placeOf(draft, path, lineOf);
  const parsed = playbookSchema.safeParse(draft);
  const faults = parsed.success
    ? idFaults(parsed.data, place)
    : parsed.error.issues.map((issue) => ({ ...place(issue.path.map(step)), ...reasonOf(issue, draft) }));
  if (parsed.success && faults.length === 0) {
    return { ok: true, playbook: parsed.data, unknown: unknownFields(parsed.data).map(place) };
  }
  faults.sort((a, b) => a.line - b.line);
  return { ok: false, faults: faults.slice(0, MAX_FAULTS), more: Math.max(0, faults.length - MAX_FAULTS) };
}

function refused(reason: PlaybookFaultCode, line: number, detail: string): PlaybookRead {
  return { ok: false, faults: [{ line, reason, question: null, field: '', detail }], more: 0 };
}

const step = (part: PropertyKey) => (typeof part === 'number' ? part : String(part));

function valueAt(value: unknown, path: JsonPath): unknown {
  let found = value;
  for (const name of path) {
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, name)) return undefined;
    found = Reflect.get(found, name);
  }
  return found;
}

/** A path into the playbook as a person would name it: the line, the question, the field. */
function placeOf(draft: unknown, path: JsonPath, lineOf: (path: JsonPath) => number) {
  const inQuestion = path[0] === 'questions' && path.length > 1;
  const id = inQuestion ? valueAt(draft, [...path.slice(0, 2), 'id']) : null;
  return {
    line: lineOf(['playbook', ...path]),
    question: typeof id === 'string' ? id : null,
    field: path.slice(inQuestion ? 2 : 0).join('.'),
  };
}

/** What a zod issue means to the person who wrote the file. */
function reasonOf(issue: z.core.$ZodIssue, draft: unknown): Pick<PlaybookFault, 'reason' | 'detail'> {
  if (valueAt(draft, issue.path.map(step)) === undefined) return { reason: 'missing', detail: '' };
  switch (issue.code) {
    case 'too_big':
      return { reason: issue.origin === 'number' ? 'outOfRange' : 'tooLong', detail: String(issue.maximum) };
    case 'too_small':
      return issue.origin === 'number'
        ? { reason: 'outOfRange', detail: String(issue.minimum) }
        : { reason: 'empty', detail: '' };
    case 'invalid_value':
      return { reason: 'notAChoice', detail: issue.values.map(String).join(', ') };
    case 'invalid_format':
      return { reason: 'badId', detail: '' };
    case 'invalid_type':
      return { reason: 'wrongType', detail: issue.expected };
    default:
      return { reason: 'wrongType', detail: issue.message };
  }
}

type Place = (path: JsonPath) => UnknownField;

function idFaults(playbook: Playbook, place: Place): PlaybookFault[] {
  const faults: PlaybookFault[] = [];
  const first = new Map<QuestionId, number>();
  playbook.questions.forEach(({ id }, index) => {
    const at = place(['questions', index, 'id']);
    const before = first.get(id);
    if (before === undefined) first.set(id, at.line);
    else faults.push({ ...at, reason: 'duplicateId', detail: String(before) });
    if (playbook.retired?.includes(id)) faults.push({ ...at, reason: 'retiredId', detail: '' });
  });
  return faults;
}

function unknownFields(playbook: Playbook): JsonPath[] {
  const strangers = (value: object, known: object) => Object.keys(value).filter((name) => !Object.hasOwn(known, name));
  return [
    ...strangers(playbook, playbookSchema.shape).map((name) => [name]),
    ...playbook.questions.flatMap((question, index) =>
      strangers(question, questionSchema.shape).map((name) => ['questions', index, name]),
    ),
  ];
}
