/**
 * The backup file: one JSON document, a header and then the ops, one on a line. The header
 * comes first so that a foreign or a newer file is refused before its body is read. What we
 * write is strict; in what we read, fields that this version does not know are kept.
 */
import type { Instant } from './day';
import { type AuthorId, type Op, opSchema } from './op';
import { z } from './z';

/** Raised when a reader of the old shape would read a new file wrongly. */
export const FORMAT = 1;

/**
 * The largest file that is taken, in bytes: about three times ten thousand deals with thirty
 * answers each. Past that it is no backup of a person's deals, and would not fit in memory.
 */
export const MAX_BYTES = 512 * 1024 * 1024;

/** `backup`: everything of one person. `handover`: some of their deals. `reviews`: what they found in somebody's deals. */
const PACK_KINDS = ['backup', 'handover', 'reviews'] as const;
export type PackKind = (typeof PACK_KINDS)[number];

/** A header as a file brings it; what a newer version adds is kept. */
const headerSchema = z.looseObject({
  product: z.literal('footing'),
  kind: z.enum(PACK_KINDS),
  format: z.literal(FORMAT),
  /** When it was made, UTC. */
  made: z.iso.datetime(),
  /** The version of Footing that made it. */
  app: z.string().max(100),
  /** How many ops follow: a file that was cut off says so itself. */
  ops: z.number().int().min(0),
  /** Everyone who is the person whose file it is. */
  authors: z.array(opSchema.shape.by).max(1000),
});

/** What a file says of itself before its ops. */
export interface PackHeader {
  product: 'footing';
  kind: PackKind;
  format: typeof FORMAT;
  made: string;
  app: string;
  ops: number;
  authors: AuthorId[];
}

/** What a file that is no JSON looks like, from its first bytes. */
export type Look = 'empty' | 'csv' | 'html' | 'xml' | 'zip' | 'gzip' | 'pdf' | 'image' | 'binary' | 'text';

/** Why a file was refused, with the facts to say so in words. Nothing was changed. */
export type Refusal =
  | { code: 'notJson'; look: Look }
  /** JSON, but nothing of Footing's. */
  | { code: 'notFooting' }
  /** Footing's, but not what was asked for; `sealed` where a passphrase hides what it is. */
  | { code: 'otherKind'; kind: string }
  /** It can be opened with a passphrase. */
  | { code: 'sealed' }
  /** Not with this one. */
  | { code: 'wrongPassphrase' }
  /** The seal is broken: something in the file was changed on its way. */
  | { code: 'altered' }
  /** It has fewer or more bytes than it says. */
  | { code: 'otherLength'; bytes: number; of: number }
  /** Its texts are sealed, under another lock than the one that is on here. */
  | { code: 'otherLock' }
  /** This person's own pack. */
  | { code: 'own' }
  /** It asks somebody else to practise something: it was made for another person. */
  | { code: 'notForYou' }
  /** Made by a newer version of Footing. */
  | { code: 'newer'; format: number; reads: number }
  /** `of` is `null` where even the header is cut off. */
  | { code: 'truncated'; found: number; of: number | null }
  | { code: 'tooLarge'; bytes: number; most: number }
  | { code: 'tooDeep'; most: number }
  /** `record` counts from 1. */
  | { code: 'badRecord'; record: number; field: string; why: string }
  /** One id with two different contents: in the file, or in the file and here. */
  | { code: 'duplicateId'; record: number }
  /** A compressed file that cannot be unpacked to its end. */
  | { code: 'damaged' }
  /** The file could not be read to its end; it was moved, or its disk was taken away. */
  | { code: 'unreadable' };

/** A file that is not taken; `refusal` says why. */
export class PackRefused extends Error {
  override readonly name = 'PackRefused';
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(`file refused: ${JSON.stringify(refusal)}`);
    this.refusal = refusal;
  }
}

/** The header of a file as it stands there, if it is of one of these kinds. @throws PackRefused */
export function readHeader(value: unknown, kinds: readonly PackKind[]): PackHeader {
  const claims = z.looseObject({ product: z.literal('footing'), kind: z.string(), format: z.number() });
  const claimed = claims.safeParse(value);
  if (!claimed.success) throw new PackRefused({ code: 'notFooting' });
  const { kind, format } = claimed.data;
  if (!(kinds as readonly string[]).includes(kind)) throw new PackRefused({ code: 'otherKind', kind });
  if (format > FORMAT) throw new PackRefused({ code: 'newer', format, reads: FORMAT });
  const header = headerSchema.safeParse(value);
  if (header.success) return header.data;
  const issue = header.error.issues[0];
  throw new PackRefused({
    code: 'badRecord',
    record: 0,
    field: `header.${issue?.path.join('.') ?? ''}`,
    why: issue?.message ?? '',
  });
}

/** The text of a file up to its first op. */
export function packHead(header: PackHeader): string {
  return `{"header":${JSON.stringify(header)},\n"ops":[\n`;
}

/** Some of its ops, as they follow each other; `first` when none came before. */
export function packBody(ops: readonly Op[], first: boolean): string {
  return ops.map((op, index) => (first && index === 0 ? '' : ',\n') + JSON.stringify(op)).join('');
}

/** The end of a file, after its last op. */
export const PACK_TAIL = '\n]}\n';

/** A name for the file that sorts by day. Under a passphrase it is no JSON any more. */
export function packName(kind: PackKind, made: Instant, sealed = false): string {
  return `footing-${kind}-${new Date(made).toISOString().slice(0, 10)}.${sealed ? 'footing' : 'json'}`;
}

const MAGIC: readonly (readonly [Look, string])[] = [
  ['zip', 'PK'],
  ['gzip', '\x1f\x8b'],
  ['pdf', '%PDF'],
  ['image', '\x89PNG'],
  ['image', '\xff\xd8\xff'],
  ['image', 'GIF8'],
];

/** What a file that is no JSON looks like, for words that help to find the right one. */
export function looksLike(head: Uint8Array): Look {
  if (head.length === 0) return 'empty';
  const raw = String.fromCharCode(...head.subarray(0, 8));
  const magic = MAGIC.find(([, start]) => raw.startsWith(start));
  if (magic) return magic[0];
  if (head.includes(0)) return 'binary';
  const text = new TextDecoder().decode(head).trimStart();
  if (text === '') return 'empty';
  if (/^<(!doctype html|html|head|body)/i.test(text)) return 'html';
  if (text.startsWith('<')) return 'xml';
  const [first = '', second = ''] = text.split(/\r?\n/);
  const isTable = [',', ';', '\t'].some((comma) => first.split(comma).length > 1 && second.includes(comma));
  return isTable ? 'csv' : 'text';
}
