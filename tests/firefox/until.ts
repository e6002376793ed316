const WAIT_MS = 30_000;

/** Asks again until there is an answer; the probe waits for the browser, so this never spins. */
export async function until<T>(what: string, probe: () => Promise<T | null>): Promise<T> {
  const end = Date.now() + WAIT_MS;
  for (;;) {
    const found = await probe();
    if (found !== null) return found;
    if (Date.now() > end) throw new Error(`Waited ${WAIT_MS} ms for ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
