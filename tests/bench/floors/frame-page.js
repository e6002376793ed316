/** Reads one record by its key through raw IndexedDB and prints its answers. */
const opening = new Promise((resolve, reject) => {
  const request = indexedDB.open('floor', 1);
  request.onupgradeneeded = () => request.result.createObjectStore('deals', { keyPath: 'subject' });
  request.onsuccess = () => resolve(request.result);
  request.onerror = () => reject(request.error);
});

const print = async ({ deal, open }) => {
  const db = await opening;
  const request = db.transaction('deals').objectStore('deals').get(deal);
  request.onsuccess = () => {
    const cells = Object.entries(request.result?.cells ?? {});
    const line = ([key, byAuthor]) => `${key} ${Object.values(byAuthor)[0].value.verdict}`;
    document.querySelector('pre').textContent = [deal, ...cells.map(line)].join('\n');
    if (open) painted(deal);
  };
};

const tab = await chrome.tabs.getCurrent();
chrome.tabs.connect(tab.id, { frameId: 0 }).onMessage.addListener(print);
