/**
 * Runs in every page of the bench, in every variant alike: notes the last `pushState` and the
 * last click on the wall clock that all processes share, and the long tasks.
 */
globalThis.bench = { pushed: 0, clicked: 0, longTasks: [] };

const push = history.pushState;
history.pushState = function (...args) {
  bench.pushed = performance.timeOrigin + performance.now();
  return push.apply(this, args);
};

addEventListener(
  'click',
  (event) => {
    bench.clicked = performance.timeOrigin + event.timeStamp;
  },
  { capture: true },
);

new PerformanceObserver((list) => {
  for (const { duration } of list.getEntries()) bench.longTasks.push(duration);
}).observe({ type: 'longtask', buffered: true });
