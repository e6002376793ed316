/**
 * Notes when a deal was painted: in the frame after the change, a task posted from its
 * animation callback runs once that frame is on its way to the screen. The same for every
 * variant; the bench reads the notes from the document's `data-paints`, on the wall clock
 * that all processes of the browser share.
 */
const paints = [];

globalThis.painted = (deal) => {
  requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      paints.push([deal, performance.timeOrigin + performance.now()]);
      document.documentElement.dataset.paints = JSON.stringify(paints);
    };
    port2.postMessage(null);
  });
};
