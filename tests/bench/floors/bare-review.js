/** Reads every summary through raw IndexedDB, in one request, and prints the first 50. */
const opening = indexedDB.open('footing');
opening.onsuccess = () => {
  const reading = opening.result.transaction('summaries').objectStore('summaries').getAll();
  reading.onsuccess = () => {
    const line = ({ subject, seen, cells }) => {
      const row = document.createElement('div');
      row.className = 'deal-row';
      const shown = ['name', 'account', 'owner', 'stage', 'amount', 'closeDate'].map(
        (field) => seen[field]?.text ?? '',
      );
      row.textContent = [subject, ...shown, Object.keys(cells).length].join(' ');
      return row;
    };
    document.querySelector('main').append(...reading.result.slice(0, 50).map(line));
  };
};
