/**
 * A screen that nobody sees, with a hand on it: the browser's own questions are no part of any page,
 * and take nothing but the keys and the mouse of the system.
 */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { canInstall, install } from '../../scripts/apt.ts';
import { PICTURES } from '../e2e/extension.ts';

export const SIZE = { width: 1280, height: 900 };

/** What the toolbar icon is drawn with (`public/icon/32.png`). */
const ICON = [0x1c, 0x6e, 0x8c] as const;

/** A question takes no answer in its first half second: nobody shall say yes to what comes up under the hand. */
const ASKS_IN = 700;

export interface Desk {
  /** How a program is started on it. */
  display: string;
  click(x: number, y: number): void;
  /** Answers what the browser asks; its "Deny" has the keyboard first. */
  deny(): void;
  allow(): void;
  /** Keeps a picture of all of it, under `pictures/`. */
  shoot(name: string): void;
  /** Where the extension's icon is, among the browser's own. */
  icon(): Promise<{ x: number; y: number }>;
  /** Once the browser asks something: it lays a shade over its window. `asks` false: once it does not any more. */
  whenAsking(asks: boolean): Promise<void>;
  close(): void;
}

/** The programs that it takes; installed where that is allowed. */
function prepare(): void {
  const missing = ['Xvfb', 'xdotool', 'import'].filter((name) => {
    try {
      execFileSync('which', [name], { stdio: 'ignore' });
      return false;
    } catch {
      return true;
    }
  });
  if (missing.length === 0) return;
  const packages = ['xvfb', 'xdotool', 'imagemagick'];
  if (!canInstall()) throw new Error(`This takes an X server and a hand on it. Install: ${packages.join(' ')}`);
  install(['--no-install-recommends'], ...packages);
}

export async function openDesk(): Promise<Desk> {
  prepare();
  const server = spawn('Xvfb', ['-displayfd', '1', '-screen', '0', `${SIZE.width}x${SIZE.height}x24`], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const display = `:${await firstLine(server)}`;
  const run = (command: string, ...args: string[]) =>
    execFileSync(command, args, { env: { ...process.env, DISPLAY: display }, maxBuffer: 1e8 });
  /** The colours of a part of the screen, three bytes a dot. */
  const dots = (x: number, y: number, width: number, height: number) =>
    run('import', '-window', 'root', '-crop', `${width}x${height}+${x}+${y}`, '-depth', '8', 'rgb:-');
  /** The frame of the window, beside its first tab, is lighter than this while nothing lies over it. */
  const isShaded = () => (dots(SIZE.width / 2, 8, 1, 1)[1] ?? 0) < 0xa0;
  const press = (...keys: string[]) => void run('xdotool', 'key', ...keys);
  return {
    display,
    click(x, y) {
      run('xdotool', 'mousemove', String(Math.round(x)), String(Math.round(y)), 'click', '1');
    },
    deny: () => press('Return'),
    allow: () => press('Tab', 'Return'),
    shoot(name) {
      mkdirSync(PICTURES, { recursive: true });
      run('import', '-window', 'root', join(PICTURES, `${name}.png`));
    },
    async icon() {
      const top = { x: SIZE.width / 2, y: 44, width: SIZE.width / 2, height: 40 };
      const find = () => {
        const found = dots(top.x, top.y, top.width, top.height);
        for (let at = 0; at < found.length; at += 3)
          if (ICON.every((part, n) => Math.abs((found[at + n] ?? 0) - part) < 4)) return at / 3;
        return null;
      };
      await expect.poll(find).not.toBeNull();
      const at = find() ?? 0;
      // The first dot of its fill is in its top row.
      return { x: top.x + (at % top.width) + 4, y: top.y + Math.floor(at / top.width) + 6 };
    },
    async whenAsking(asks) {
      let last = '';
      const isStill = () => {
        const now = dots(SIZE.width / 4, 0, SIZE.width / 2, 400).toString('base64');
        const same = now === last;
        last = now;
        return same && isShaded() === asks;
      };
      await expect.poll(isStill, { intervals: [ASKS_IN] }).toBe(true);
    },
    close() {
      server.kill();
    },
  };
}

function firstLine(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`Xvfb ended with ${code}`)));
    child.stdout?.once('data', (data) => resolve(String(data).trim()));
  });
}
