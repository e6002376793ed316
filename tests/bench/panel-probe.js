/**
 * Tells the probe when the panel shows a deal. It runs in the bench's copy of the panel, before
 * the panel's own script, and listens beside it on the port: which deal the page is at, and
 * whether the panel is seen. The deal is there when its answers are: the rows of a checklist,
 * within what says which deal it is of.
 */
let deal = '';
let visible = false;
let noted = '';

const look = () => {
  if (!visible || !deal || noted === deal) return;
  const row = document.querySelector('[data-deal] .checklist li');
  if (!row?.closest('[data-deal]').dataset.deal.endsWith(`:${deal}`)) return;
  noted = deal;
  painted(deal);
};

// The page tells its address; the id of the record in it is what the visit waits for.
const hear = ({ t, url }) => {
  if (t === 'shown') visible = true;
  if (t === 'hidden') {
    visible = false;
    noted = '';
  }
  const at = t === 'deal' ? (/\b006\w{15}\b/.exec(url ?? '')?.[0] ?? '') : deal;
  if (at !== deal) {
    deal = at;
    noted = '';
  }
  look();
};

const connect = chrome.tabs.connect.bind(chrome.tabs);
chrome.tabs.connect = (...args) => {
  const port = connect(...args);
  port.onMessage.addListener(hear);
  return port;
};

new MutationObserver(look).observe(document, { subtree: true, childList: true, attributeFilter: ['data-deal'] });
