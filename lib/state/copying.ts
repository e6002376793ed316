/** Puts words on the clipboard, as rich text for an e-mail and as plain text for anything else. */

/** What is copied, in its two forms. */
export interface Copied {
  plain: string;
  /** Where there is a rich form. */
  html?: string;
}

/**
 * Copies within a click; says whether it did. In a frame the page's permissions policy may keep
 * the clipboard's own interface away; the older way, through a copy event, still works there.
 */
export async function copy(what: Copied): Promise<boolean> {
  return (await write(what)) || byEvent(what);
}

async function write({ plain, html }: Copied): Promise<boolean> {
  const forms = { 'text/plain': plain, ...(html ? { 'text/html': html } : {}) };
  try {
    await navigator.clipboard.write([new ClipboardItem(forms)]);
    return true;
  } catch {
    return false;
  }
}

function byEvent({ plain, html }: Copied): boolean {
  const fill = (event: ClipboardEvent) => {
    event.preventDefault();
    event.clipboardData?.setData('text/plain', plain);
    if (html) event.clipboardData?.setData('text/html', html);
  };
  document.addEventListener('copy', fill, { once: true });
  const done = document.execCommand('copy');
  document.removeEventListener('copy', fill);
  return done;
}
