/**
 * What an organisation may set for all its people, through the browser's own management. Each key
 * stands for itself: one that cannot be used is ignored and said, and the others hold.
 */
import type { Playbook } from './playbook';
import { parsePlaybook } from './playbook-file';
import { z } from './z';

/** Erasing sooner than this would take what people are still working with; days. */
const MIN_RETENTION = 90;
const MAX_RETENTION = 3650;
/** A line or two above every deal; characters. */
const MAX_BANNER = 300;

/** Each key as an administrator writes it. */
const KEYS = {
  crms: z
    .array(z.string())
    .min(1)
    .describe(
      'The CRMs on which Footing may run, by their short names (salesforce, hubspot, dynamics, odoo, espocrm, suitecrm, twenty, tryton, pipedrive, zoho, taught). Without it: all.',
    ),
  playbook: z
    .string()
    .describe(
      'A playbook, as the text of the file that Footing saves: the questions for deals that nobody chose others for.',
    ),
  fixedPlaybook: z
    .boolean()
    .describe('Whether every deal is asked the questions of that playbook, and people cannot choose others.'),
  handOver: z.boolean().describe('Whether people may hand deals over as a file. Without it: yes.'),
  retentionDays: z
    .number()
    .int()
    .min(MIN_RETENTION)
    .max(MAX_RETENTION)
    .describe(
      `Deals in which nothing was written for so many days are erased for good (${MIN_RETENTION} to ${MAX_RETENTION}). Without it: never.`,
    ),
  banner: z
    .string()
    .min(1)
    .max(MAX_BANNER)
    .describe(`A text that stands above every deal, ${MAX_BANNER} characters at most.`),
} as const;

/** The keys there are, as they stand in the browser's managed settings. */
export type PolicyKey = keyof typeof KEYS;
export const POLICY_KEYS = Object.keys(KEYS) as PolicyKey[];

/** What is in force; `null` where nothing is set. */
export interface Policy {
  crms: readonly string[] | null;
  playbook: { playbook: Playbook; fixed: boolean } | null;
  handOver: boolean;
  retentionDays: number | null;
  banner: string | null;
}

/** What is in force where nothing is set: everything is allowed. */
export const NO_POLICY: Policy = { crms: null, playbook: null, handOver: true, retentionDays: null, banner: null };

/** A key that was set and is not used: there is no such key, its value cannot be used, or it holds for another key that is not there. */
export interface Ignored {
  key: string;
  why: 'unknown' | 'value' | 'alone';
  /** What is wrong with the value, for the administrator. */
  detail: string;
}

/** The settings as they were read: what is in force, and what was ignored. */
export interface ReadPolicy {
  policy: Policy;
  /** Which keys are in force. */
  set: readonly PolicyKey[];
  ignored: readonly Ignored[];
}

/** What is read where nothing is set. */
export const NOTHING_SET: ReadPolicy = { policy: NO_POLICY, set: [], ignored: [] };

/** What a browser's managed settings set, key by key. */
export function readPolicyFrom(managed: Readonly<Record<string, unknown>>): ReadPolicy {
  const ignored: Ignored[] = [];
  const refuse = (key: string, why: Ignored['why'], detail = '') => {
    ignored.push({ key, why, detail });
    return null;
  };
  const read = <K extends PolicyKey>(key: K): z.infer<(typeof KEYS)[K]> | null => {
    if (managed[key] === undefined) return null;
    const result = KEYS[key].safeParse(managed[key]);
    if (result.success) return result.data as z.infer<(typeof KEYS)[K]>;
    return refuse(key, 'value', result.error.issues[0]?.message);
  };
  for (const key of Object.keys(managed)) if (!Object.hasOwn(KEYS, key)) refuse(key, 'unknown');
  const text = read('playbook');
  const playbook = text === null ? null : playbookIn(text, (detail) => refuse('playbook', 'value', detail));
  const fixed = read('fixedPlaybook');
  if (fixed && !playbook) refuse('fixedPlaybook', 'alone');
  const policy: Policy = {
    crms: read('crms'),
    playbook: playbook && { playbook, fixed: fixed === true },
    handOver: read('handOver') ?? true,
    retentionDays: read('retentionDays'),
    banner: read('banner'),
  };
  const isIgnored = (key: string) => ignored.some((one) => one.key === key);
  return { policy, set: POLICY_KEYS.filter((key) => managed[key] !== undefined && !isIgnored(key)), ignored };
}

function playbookIn(text: string, refuse: (detail: string) => null): Playbook | null {
  const read = parsePlaybook(text);
  if (read.ok) return read.playbook;
  const [fault] = read.faults;
  return refuse(
    fault ? `line ${fault.line}: ${[fault.reason, fault.field, fault.detail].filter(Boolean).join(' ')}` : '',
  );
}

/**
 * The schema of these keys as Chromium reads it: types and what they are for. Ranges and contents
 * are not in it, because the browser would drop a wrong value in silence, and we say it.
 */
export function policySchema(): object {
  const types = { array: { type: 'array', items: { type: 'string' } } } as Record<string, object>;
  const properties = Object.fromEntries(
    Object.entries(KEYS).map(([key, schema]) => {
      const { type, description } = z.toJSONSchema(schema) as { type: string; description: string };
      return [key, { title: key, description, ...(types[type] ?? { type }) }];
    }),
  );
  return { type: 'object', properties };
}

/** Whether Footing may run on a CRM, by the first part of its deals' keys. */
export function allowsCrm({ crms }: Policy, crm: string): boolean {
  return crms === null || crms.includes(crm);
}
