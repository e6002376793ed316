/**
 * Runs in every page of the review's bench, the product's and the floor's alike: notes when rows
 * were first painted, when the line above them last told of all deals, and the longest task. Times
 * are milliseconds since the navigation began. A task posted from an animation callback runs once
 * that frame is on its way to the screen.
 */
globalThis.reviewClock = { first: null, settled: null, longest: 0 };

globalThis.painted = () =>
  new Promise((resolve) => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve(performance.now());
      port2.postMessage(null);
    });
  });

const noting = new Set();
const waiting = [];
const note = (name) => {
  if (noting.has(name)) return;
  noting.add(name);
  painted().then((at) => {
    reviewClock[name] = at;
    for (const look of waiting) look();
  });
};

/** What was noted, once `name` was. */
globalThis.noted = (name) =>
  new Promise((resolve) => {
    const look = () => reviewClock[name] !== null && resolve(reviewClock);
    waiting.push(look);
    look();
  });

new MutationObserver(() => {
  if (document.querySelector('.deal-row')) note('first');
  const said = document.querySelector('.bar-sum')?.textContent ?? '';
  if (/^\d+ deals( |$)/.test(said.replaceAll('\u00a0', ' ')) && !said.includes(' read')) note('settled');
}).observe(document, { subtree: true, childList: true, characterData: true });

new PerformanceObserver((list) => {
  for (const { duration } of list.getEntries()) reviewClock.longest = Math.max(reviewClock.longest, duration);
}).observe({ type: 'longtask', buffered: true });

/** Does something, and tells how long it took until what `look` sees has changed and is painted. */
globalThis.tookUntil = async (act, look) => {
  const before = look();
  const start = performance.now();
  act();
  const until = start + 10_000;
  while (look() === before) {
    if (performance.now() > until) throw new Error('nothing changed on screen');
    await new Promise((resolve) => setTimeout(resolve));
  }
  return (await painted()) - start;
};
