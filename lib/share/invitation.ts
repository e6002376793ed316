/**
 * What the customer reads before and after a meeting: the agenda and the recap, as plain and as
 * rich text. The smaller commitment to fall back on, notes, and where a topic comes from never
 * stand in it.
 */

import type { IsoDay } from '../domain/day';
import type { Meeting, Topic } from '../domain/meeting';
import { CLOSING_MINUTES } from '../domain/meeting-edit';
import type { DealPromise } from '../domain/promise';
import { type Block, blocksHtml, blocksText } from './blocks';

/** The words around an agenda, in the customer's language. */
export interface InvitationWords {
  /** "Tuesday, 1 December 2026, 10:00 – 10:30 CET"; empty without a date. */
  when: (meeting: Meeting) => string;
  with: (names: string) => string;
  youGet: (what: string) => string;
  agenda: (minutes: number) => string;
  /** Behind a topic: "10 min, you lead". */
  topic: (minutes: number, lead: string) => string;
  /** Who leads, where it is no named person. */
  us: string;
  them: string;
  end: string;
  youBring: string;
  weBring: string;
  commitment: (text: string) => string;
}

/** The agenda as plain text, and as rich text: the same words. */
export function invitationText(meeting: Meeting, words: InvitationWords): string {
  return blocksText(invitation(meeting, words));
}

/** The same as HTML, for mail programs and documents. */
export function invitationHtml(meeting: Meeting, words: InvitationWords): string {
  return blocksHtml(invitation(meeting, words));
}

function invitation(meeting: Meeting, words: InvitationWords): Block[] {
  const { purpose, valueGiven, attendees, minutes, topics, prepare, commitment } = meeting;
  const names = attendees.map(({ name }) => name.trim()).filter((name) => name !== '');
  const facts = [words.when(meeting), names.length > 0 ? words.with(names.join(', ')) : ''];
  const items = topics.map((topic) => ({
    text: `${topic.ask.trim()} (${words.topic(topic.minutes, leadOf(topic, words))})`,
    under: topic.gives,
  }));
  // The end is part of the agenda only when there is something to end.
  const end = { text: `${words.end} (${words.topic(Math.min(CLOSING_MINUTES, minutes), words.us)})`, under: '' };
  return [
    paragraph(purpose),
    paragraph(valueGiven.trim() === '' ? '' : words.youGet(valueGiven.trim())),
    paragraph(facts.filter((fact) => fact !== '').join('\n')),
    { kind: 'list', heading: words.agenda(minutes), items: items.length > 0 ? [...items, end] : [], numbered: true },
    list(words.youBring, prepare.theirs),
    list(words.weBring, prepare.ours),
    paragraph(commitment.text.trim() === '' ? '' : words.commitment(commitment.text.trim())),
  ];
}

function leadOf({ lead }: Topic, words: Pick<InvitationWords, 'us' | 'them'>): string {
  if (lead === 'us') return words.us;
  return lead === 'them' ? words.them : lead;
}

/** The words around a recap, in the customer's language. */
export interface RecapWords {
  opening: string;
  heard: string;
  /** "Ana Ruiz: ..." */
  said: (who: string, quote: string) => string;
  open: string;
  promises: string;
  promise: (who: string, what: string, due: IsoDay) => string;
  /** Who promised, where nobody is named. */
  us: string;
  them: string;
  next: (when: string) => string;
  when: (meeting: Meeting) => string;
  ending: string;
}

/** What a recap is made of. */
export interface Recap {
  meeting: Meeting;
  /** Those made in it, of both sides. */
  promises: readonly DealPromise[];
  next: Meeting | null;
}

/** What we heard, who does what by when, and when we go on: for the customer to correct. */
export function recapText(recap: Recap, words: RecapWords): string {
  return blocksText(recapBlocks(recap, words));
}

/** The same as HTML, for mail programs and documents. */
export function recapHtml(recap: Recap, words: RecapWords): string {
  return blocksHtml(recapBlocks(recap, words));
}

function recapBlocks({ meeting, promises, next }: Recap, words: RecapWords): Block[] {
  const told = new Map(meeting.debrief?.topics.map((topic) => [topic.topic, topic]));
  const reached = meeting.topics.flatMap(({ id, ask }) => {
    const result = told.get(id);
    if (!result || result.result === 'notReached') return [];
    return [{ text: ask, under: result.quote.trim() === '' ? '' : words.said(result.who.trim(), result.quote.trim()) }];
  });
  const open = meeting.topics.filter(({ id }) => told.get(id)?.result === 'notReached').map(({ ask }) => ask);
  // Ours first: we show what we owe before what we ask for.
  const doing = [...promises]
    .sort((a, b) => Number(a.side === 'them') - Number(b.side === 'them') || (a.due < b.due ? -1 : 1))
    .map(({ side, who, what, due }) => words.promise(who.trim() || words[side], what, due));
  const when = next ? words.when(next) : '';
  return [
    paragraph(words.opening),
    { kind: 'list', heading: words.heard, items: reached, numbered: false },
    list(words.open, open),
    list(words.promises, doing),
    paragraph(when === '' ? '' : words.next(when)),
    paragraph(words.ending),
  ];
}

function paragraph(text: string): Block {
  return { kind: 'paragraph', text };
}

function list(heading: string, lines: readonly string[]): Block {
  return { kind: 'list', heading, items: lines.map((text) => ({ text, under: '' })), numbered: false };
}
