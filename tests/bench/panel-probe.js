/**
 * Tells the probe when the panel shows a deal. It runs in the bench's copy of the panel, before
 * the panel's own script, and listens beside it: to the port, for being shown and hidden, and to
 * the root's `data-deal`, for the deal whose answers stand there.
 */
let visible = false;
let noted = '';

const look = () => {
  const deal = visible ? (document.querySelector('[data-deal]')?.dataset.deal ?? '') : '';
  if (deal === noted) return;
  noted = deal;
  if (deal) painted(deal.slice(deal.lastIndexOf(':') + 1));
};

const connect = chrome.tabs.connect.bind(chrome.tabs);
chrome.tabs.connect = (...args) => {
  const port = connect(...args);
  port.onMessage.addListener(({ t }) => {
    if (t !== 'shown' && t !== 'hidden') return;
    visible = t === 'shown';
    look();
  });
  return port;
};

new MutationObserver(look).observe(document, {
  subtree: true,
  childList: true,
  attributes: true,
  attributeFilter: ['data-deal'],
});
