/** The least that shows a record out of the page's reach: a kept iframe of a bare extension page. */
const div = document.createElement('div');
div.id = 'floor';
div.style.cssText = 'position:fixed;right:0;top:50%;width:40px;height:40px;z-index:8999;background:#fff';
const shadow = document.createElement('div').attachShadow({ mode: 'closed' });
let frame;
let port;
let open = false;

const tell = () => port?.postMessage({ deal: dealId(), open });

const warm = () => {
  if (frame) return;
  frame = document.createElement('iframe');
  frame.src = chrome.runtime.getURL('frame.html');
  frame.style.cssText =
    'position:fixed;right:0;top:0;width:360px;height:100%;border:0;z-index:8999;contain:strict;visibility:hidden';
  shadow.append(frame);
};

chrome.runtime.onConnect.addListener((connected) => {
  port = connected;
  tell();
});
div.addEventListener('pointerenter', warm);
div.addEventListener('click', () => {
  warm();
  open = !open;
  frame.style.visibility = open ? 'visible' : 'hidden';
  tell();
});
navigation.addEventListener('currententrychange', tell);
document.documentElement.append(div, shadow.host);
