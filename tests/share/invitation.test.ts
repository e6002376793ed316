// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import {
  type InvitationWords,
  invitationHtml,
  invitationText,
  type RecapWords,
  recapHtml,
  recapText,
} from '../../lib/share/invitation';
import { whenText } from '../../lib/share/when';
import { meeting, promise, topic } from '../domain/meetings';

const WORDS: InvitationWords = {
  when: ({ when }) => (when ? '1 December 2026, 10:00 – 10:30 CET' : ''),
  with: (names) => `With ${names}`,
  youGet: (what) => `What you get: ${what}`,
  agenda: (minutes) => `Agenda, ${minutes} minutes`,
  topic: (minutes, lead) => `${minutes} min, ${lead}`,
  us: 'we lead',
  them: 'you lead',
  end: 'Who does what by when',
  youBring: 'Please have at hand',
  weBring: 'We bring',
  commitment: (text) => `At the end we would like to agree: ${text}`,
};

const RECAP: RecapWords = {
  opening: 'Thank you for your time.',
  heard: 'What we heard',
  said: (who, quote) => `${who}: ${quote}`,
  open: 'Still open',
  promises: 'Who does what',
  promise: (who, what, due) => `${who}: ${what}, by ${due}`,
  us: 'We',
  them: 'You',
  next: (when) => `We go on: ${when}`,
  when: ({ when }) => (when?.kind === 'day' ? when.day : ''),
  ending: 'Please correct what we got wrong.',
};

/** The words of an HTML text, as a reader sees them. */
function wordsOf(html: string): string[] {
  const holder = new DOMParser().parseFromString(html.replace(/<(?:br|\/p|\/li)>/g, ' $&'), 'text/html');
  return holder.body.textContent.split(/\s+/).filter((word) => word !== '');
}

const marks = (text: string) => text.split(/\s+/).filter((word) => word !== '' && !/^(?:\d+\.|-)$/.test(word));

describe('the invitation', () => {
  it('reads like the e-mail it becomes', () => {
    expect(invitationText(meeting(), WORDS)).toBe(
      `Find out together whether this is worth your time and ours.

What you get: How others with the same problem went about it

1 December 2026, 10:00 – 10:30 CET
With Ana Ruiz

Agenda, 30 minutes
1. What does each month of the present way cost you? (10 min, you lead)
   A sum to hold every offer against
2. Last time, what happened? (15 min, you lead)
   A sum to hold every offer against
3. Who does what by when (5 min, we lead)

Please have at hand
- Your numbers

We bring
- A first sum

At the end we would like to agree: You tell us whether this has to change, and by which date.`,
    );
  });

  it('leaves out what is empty, and what is ours alone: the fallback and the notes', () => {
    const bare = meeting({
      valueGiven: '',
      when: null,
      attendees: [],
      topics: [topic('t1', { note: 'afraid of her boss', gives: '' })],
      prepare: { ours: [], theirs: [' '] },
    });
    const text = invitationText(bare, WORDS);
    expect(text).not.toMatch(/What you get|With|Please have|We bring|boss/);
    expect(text).not.toContain(bare.commitment.fallback);
  });

  it('says the same in rich text, and is no markup where somebody typed some', () => {
    const typed = meeting({
      purpose: 'A <b>&</b> "B"',
      topics: [topic('t1', { ask: '<img src=x onerror=alert(1)>' })],
    });
    const html = invitationHtml(typed, WORDS);
    expect(html).not.toMatch(/<b>&|<img/);
    expect(wordsOf(html)).toEqual(marks(invitationText(typed, WORDS)));
  });
});

describe('the recap', () => {
  const held = meeting({
    debrief: {
      topics: [
        { topic: 't1', result: 'answered', no: false, who: 'Ana Ruiz', quote: 'About 4,000 a month' },
        { topic: 't2', result: 'notReached', no: false, who: '', quote: '' },
      ],
      unprepared: true,
      note: 'She seemed nervous',
    },
  });
  const promises = [
    promise({ side: 'them', who: 'Ana Ruiz', what: 'sends the invoices', due: '2026-12-04' }),
    promise({ who: '', what: 'send the sum', due: '2026-12-08' }),
  ];
  const recap = { meeting: held, promises, next: meeting({ when: { kind: 'day', day: '2026-12-10' } }) };

  it('says what was heard, what is open, and who does what, ours first', () => {
    expect(recapText(recap, RECAP)).toBe(
      `Thank you for your time.

What we heard
- What does each month of the present way cost you?
  Ana Ruiz: About 4,000 a month

Still open
- Last time, what happened?

Who does what
- We: send the sum, by 2026-12-08
- Ana Ruiz: sends the invoices, by 2026-12-04

We go on: 2026-12-10

Please correct what we got wrong.`,
    );
  });

  it('says the same in rich text, and nothing of our notes', () => {
    expect(wordsOf(recapHtml(recap, RECAP))).toEqual(marks(recapText(recap, RECAP)));
    expect(recapText(recap, RECAP)).not.toMatch(/nervous|unprepared/);
  });
});

describe('when', () => {
  it('names the zone, and the day again where it ends on another', () => {
    const late = meeting({ when: { kind: 'at', at: Date.UTC(2026, 6, 1, 21, 45) } });
    expect(whenText(late, 'en-GB')).toMatch(/^Wednesday,? 1 July 2026, 23:45 – Thursday,? 2 July 2026, 00:15 CEST$/);
    expect(whenText(meeting({ zone: 'America/New_York' }), 'en-US')).toMatch(
      /^Tuesday, December 1, 2026, 4:00\sAM – 4:30\sAM EST$/,
    );
    expect(whenText(meeting({ when: null }), 'en-GB')).toBe('');
  });
});
