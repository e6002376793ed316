/**
 * Tells the probe when the panel shows a deal. It runs in the bench's copy of the panel, before
 * the panel's own script, and listens beside it on the port: which deal the page is at, and
 * whether the panel is seen. The deal is there when its answers are: rows of the checklist that
 * were not there for the deal before.
 */
let deal = '';
let visible = false;
let before = null;
let noted = '';

const answers = () => document.querySelector('.checklist li');

const look = () => {
  const row = answers();
  if (!visible || !deal || noted === deal || !row || row === before) return;
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
    before = answers();
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

new MutationObserver(look).observe(document, { subtree: true, childList: true });
