/** A folder of the disk as a browser hands it out: the same interface over Node's own files. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface DiskFolder {
  handle: FileSystemDirectoryHandle;
  path: string;
  names(): string[];
  remove(): void;
}

export function diskFolder(): DiskFolder {
  const path = mkdtempSync(join(tmpdir(), 'footing-backups-'));
  const fileHandle = (name: string) => ({
    kind: 'file',
    name,
    getFile: async () => new File([readFileSync(join(path, name))], name),
    /** As in the browser: what is written stands in its place when it is closed, and not before. */
    async createWritable() {
      const swap = join(path, `${name}.crswap`);
      writeFileSync(swap, '');
      return new WritableStream<Uint8Array>({
        write: (chunk) => writeFileSync(swap, chunk, { flag: 'a' }),
        close: () => renameSync(swap, join(path, name)),
        abort: () => rmSync(swap, { force: true }),
      });
    },
  });
  const folder = {
    kind: 'directory',
    name: 'backups',
    async getFileHandle(name: string, { create = false } = {}) {
      if (!existsSync(join(path, name))) {
        if (!create) throw new DOMException(name, 'NotFoundError');
        writeFileSync(join(path, name), '');
      }
      return fileHandle(name);
    },
    removeEntry: async (name: string) => rmSync(join(path, name)),
    async *entries() {
      for (const name of readdirSync(path)) yield [name, fileHandle(name)] as const;
    },
  };
  return {
    handle: folder as unknown as FileSystemDirectoryHandle,
    path,
    names: () => readdirSync(path).sort(),
    remove: () => rmSync(path, { recursive: true, force: true }),
  };
}
