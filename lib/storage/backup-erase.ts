/** Erasing for good in the backups that Footing makes by itself: they are written anew without it. */
import type { OpId } from '../domain/clock';
import { type EraseScope, reaches } from '../domain/erasure';
import { changedBy } from '../domain/fingerprint';
import type { Op } from '../domain/op';
import { PACK_TAIL, type PackHeader, PackRefused, packBody, packHead } from '../domain/pack';
import { PackScan } from '../domain/pack-scan';
import { backupsIn, fileIn, writePack } from './backup-files';
import { backupText } from './pack-file';

/** Takes it out of every backup of a folder. One that cannot be read may hold it, and goes as a whole. */
export async function eraseFromBackups(folder: FileSystemDirectoryHandle, scope: EraseScope): Promise<void> {
  for (const { name } of await backupsIn(folder)) {
    const file = await fileIn(folder, name);
    const cut = scope.what === 'everything' ? 'unreadable' : await without(file, scope);
    if (cut === 'unreadable') await folder.removeEntry(name);
    else if (cut.gone > 0) await writePack(folder, name, rewritten(file, scope, cut.header));
  }
}

/** What a backup would be without it. */
async function without(file: Blob, scope: EraseScope): Promise<{ header: PackHeader; gone: number } | 'unreadable'> {
  const gone: OpId[] = [];
  const scan = new PackScan(['backup']);
  try {
    for await (const ops of opsOf(file, scan)) {
      for (const op of ops) if (goes(op, scope)) gone.push(op.id);
    }
    const header: PackHeader & { checksum?: unknown } = scan.end();
    const checksum = typeof header.checksum === 'string' ? { checksum: changedBy(header.checksum, gone) } : {};
    return { header: { ...header, ...checksum, ops: header.ops - gone.length }, gone: gone.length };
  } catch (error) {
    if (error instanceof PackRefused) return 'unreadable';
    throw error;
  }
}

async function* rewritten(file: Blob, scope: EraseScope, header: PackHeader): AsyncGenerator<string> {
  yield packHead(header);
  let first = true;
  for await (const ops of opsOf(file, new PackScan(['backup']))) {
    const left = ops.filter((op) => !goes(op, scope));
    if (left.length === 0) continue;
    yield packBody(left, first);
    first = false;
  }
  yield PACK_TAIL;
}

const goes = (op: Op, scope: EraseScope) => reaches(scope, op.subject, op.key);

/** The ops of a file as they stand there: what is looked at is where they belong. */
async function* opsOf(file: Blob, scan: PackScan): AsyncGenerator<Op[]> {
  for await (const text of backupText(file)) {
    const records = scan.feed(text);
    if (!records.every(isOp)) throw new PackRefused({ code: 'damaged' });
    yield records;
  }
}

function isOp(record: unknown): record is Op {
  const { id, subject, key } = (record ?? {}) as Partial<Op>;
  return [id, subject, key].every((part) => typeof part === 'string');
}
