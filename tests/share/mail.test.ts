import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_MAILTO, mailLink } from '../../lib/share/mail';

const PASTE = 'Paste the agenda here.';

/** As a mail program reads a link: RFC 6068. */
function open(href: string) {
  const url = new URL(href);
  const query = Object.fromEntries(
    url.search
      .slice(1)
      .split('&')
      .filter((header) => header !== '')
      .map((header) => header.split('=').map(decodeURIComponent)),
  );
  return { to: decodeURIComponent(url.pathname), ...query };
}

describe('a mail draft', () => {
  it('holds addresses, subject and body as they are', () => {
    const mail = {
      to: ['ana@acme.example', 'bo+x@acme.example'],
      subject: 'A & B?',
      body: '1. Über\n2. 100 % = all #1',
    };
    const { href, paste } = mailLink(mail, PASTE);
    expect(open(href)).toEqual({
      to: 'ana@acme.example,bo+x@acme.example',
      subject: 'A & B?',
      body: '1. Über\r\n2. 100 % = all #1',
    });
    expect(paste).toBeNull();
  });

  it('takes nothing for an address that could hide a header', () => {
    const to = ['ana@acme.example?bcc=spy@evil.example', 'x@y.example\r\nBcc: z', 'no address', 'bo@acme.example'];
    expect(mailLink({ to, subject: 'a\r\nBcc: z', body: '' }, PASTE).href).toBe(
      'mailto:bo@acme.example?subject=a%20Bcc%3A%20z',
    );
  });

  it('that would be too long says where to paste the body, and gives it whole', () => {
    const body = 'ä'.repeat(400);
    const { href, paste } = mailLink({ to: ['ana@acme.example'], subject: 'Agenda', body }, PASTE);
    expect(open(href)).toEqual({ to: 'ana@acme.example', subject: 'Agenda', body: PASTE });
    expect(paste).toBe(body);
  });

  it('always is a link short enough, whatever goes in', () => {
    const text = fc.string({ unit: 'binary', maxLength: 300 });
    const to = fc.array(fc.oneof(fc.emailAddress(), fc.string()), { maxLength: 30 });
    fc.assert(
      fc.property(to, text, text, (people, subject, body) => {
        const { href, paste } = mailLink({ to: people, subject, body }, PASTE);
        expect(href.length).toBeLessThanOrEqual(MAX_MAILTO);
        expect(new URL(href).protocol).toBe('mailto:');
        expect(paste === null || paste.length > 0 || subject.length + people.length > 0).toBe(true);
      }),
    );
  });
});
