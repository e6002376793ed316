/** The machine: which one it is, how busy it is, and how much of that is not ours. */
import { readdirSync, readFileSync } from 'node:fs';
import os from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';

/** The machine in one line. */
export function machineLine(browser: string): string {
  const [cpu] = os.cpus();
  const memory = Math.round(os.totalmem() / 2 ** 30);
  const cores = `${os.availableParallelism()} x ${cpu?.model.trim() ?? 'unknown CPU'}`;
  return `${cores}, ${memory} GB, ${os.type()} ${os.release()}, Chromium ${browser}, Node ${process.versions.node}`;
}

/** CPU time since the machine started, in ms of one core: everybody's, and that of this process and what it started. */
interface CpuTime {
  at: number;
  all: number;
  ours: number;
}

/** The unit in which Linux counts CPU time. */
const TICK_MS = 10;

/** `null` where the system does not say whose time it is (anything but Linux). */
function cpuTime(): CpuTime | null {
  if (process.platform !== 'linux') return null;
  const [user = 0, nice = 0, system = 0, , , irq = 0, softirq = 0, steal = 0] =
    readFileSync('/proc/stat', 'utf8').split('\n', 1)[0]?.split(/\s+/).slice(1).map(Number) ?? [];
  return {
    at: performance.now(),
    all: (user + nice + system + irq + softirq + steal) * TICK_MS,
    ours: ownTicks() * TICK_MS,
  };
}

/** Ticks used by this process and all its descendants, those that have ended included. */
function ownTicks(): number {
  const children = new Map<number, number[]>();
  const ticks = new Map<number, number>();
  for (const entry of readdirSync('/proc')) {
    const pid = Number(entry);
    if (!Number.isInteger(pid)) continue;
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
      // After the name in brackets: state, parent, ..., then user, system, and those of ended children.
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      const parent = Number(fields[1]);
      children.set(parent, [...(children.get(parent) ?? []), pid]);
      ticks.set(
        pid,
        fields.slice(11, 15).reduce((sum, value) => sum + Number(value), 0),
      );
    } catch {
      // It ended between the list and the look.
    }
  }
  const family = [process.pid];
  for (const pid of family) family.push(...(children.get(pid) ?? []));
  return family.reduce((sum, pid) => sum + (ticks.get(pid) ?? 0), 0);
}

/** Cores that others kept busy while `work` ran (0.5 = half of one); `null` where the system does not say. */
export async function withForeignCpu<T>(work: () => Promise<T>): Promise<{ result: T; foreign: number | null }> {
  const before = cpuTime();
  const result = await work();
  const after = cpuTime();
  if (!before || !after) return { result, foreign: null };
  const others = after.all - before.all - (after.ours - before.ours);
  return { result, foreign: Math.max(0, others / (after.at - before.at)) };
}

/**
 * Waits until less than `cores` were busy, by whomever, for 300 ms on end. Gives up after
 * `patience` ms: a machine that is never idle is told by the loads that are dropped.
 */
export async function idle(cores = 0.2, patience = 10_000): Promise<void> {
  const until = performance.now() + patience;
  let before = cpuTime();
  while (before && performance.now() < until) {
    await sleep(300);
    const after = cpuTime();
    if (!after || (after.all - before.all) / (after.at - before.at) < cores) return;
    before = after;
  }
}
