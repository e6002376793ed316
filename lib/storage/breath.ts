/** Long work on the page's own thread, in slices between which the page draws and takes keys. */

/** How long a slice may hold the page; milliseconds. */
const SLICE_MS = 12;

/** Lets the page draw and take a key. Not for use inside a transaction: it would end. */
function breathe(): Promise<void> {
  return new Promise((resolve) => {
    // Not by a timer: those that follow each other wait 4 ms each.
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

/** Breathes when a slice is over, and not more often. */
export class Breath {
  private since = performance.now();

  async take(): Promise<void> {
    if (performance.now() - this.since < SLICE_MS) return;
    await breathe();
    this.since = performance.now();
  }
}
