/** A mail draft in the seller's own mail program. Nothing is sent by itself. */
import { isAddress } from './calendar-event';
import { cutAtSentence, oneLine, plainText } from './plain-text';

/**
 * Longer addresses are cut or refused on the way: Windows hands on no more than 2,048
 * characters, and some mail programs less.
 */
export const MAX_MAILTO = 2000;

/** A mail to be drafted. */
export interface Mail {
  to: readonly string[];
  subject: string;
  body: string;
}

/** A link that opens the draft. */
export interface MailLink {
  href: string;
  /** Set where the body did not fit: copy this, and let it be pasted into the draft. */
  paste: string | null;
}

/** The link; where it would be too long, one without the body, which says `pasteHere` instead. */
export function mailLink(mail: Mail, pasteHere: string): MailLink {
  const whole = href(mail);
  if (whole.length <= MAX_MAILTO) return { href: whole, paste: null };
  const paste = plainText(mail.body);
  const fits = [
    { ...mail, body: pasteHere },
    { ...mail, subject: cutAtSentence(mail.subject, 100), body: pasteHere },
    { to: mail.to.slice(0, 10), subject: '', body: '' },
    { to: [], subject: '', body: '' },
  ].map(href);
  return { href: fits.find((link) => link.length <= MAX_MAILTO) ?? 'mailto:', paste };
}

/** RFC 6068: line ends are CRLF, and everything but the addresses' own signs is encoded. */
function href({ to, subject, body }: Mail): string {
  const addresses = to.filter(isAddress).map((address) => encodeURIComponent(address).replace(/%40/g, '@'));
  const headers = [
    ['subject', oneLine(subject)],
    ['body', plainText(body).replace(/\n/g, '\r\n')],
  ].filter(([, value]) => value !== '');
  const query = headers.map(([name, value = '']) => `${name}=${encodeURIComponent(value)}`).join('&');
  return `mailto:${addresses.join(',')}${query === '' ? '' : `?${query}`}`;
}
