/**
 * The ways out: what a meeting says to the customer, checked for what must not reach them, copied,
 * put into a mail or a calendar. Nothing is sent by itself, and what left is kept word for word.
 */
import { useLiveQuery } from 'dexie-react-hooks';
import { offerFile } from '../browser/offer-file';
import type { DealKey } from '../domain/deal';
import type { MailDraft } from '../domain/draft-meeting';
import { findLeaks, type Leak, type LeakCheck } from '../domain/leak';
import { type Meeting, stateOf, type WayOut } from '../domain/meeting';
import { asAgreed, asSent, changesBetween, type MeetingChange } from '../domain/meeting-changes';
import { rivalsOf } from '../domain/meeting-log';
import { moveMeeting, withShared } from '../domain/meeting-state';
import { RIVALS_KEY } from '../domain/op';
import type { Language } from '../domain/words/language';
import { textHtml } from '../share/blocks';
import { calendarEvent } from '../share/calendar-event';
import { googleLink, outlookLink } from '../share/calendar-links';
import {
  type InvitationWords,
  invitationHtml,
  invitationText,
  type Recap,
  type RecapWords,
  recapHtml,
  recapText,
} from '../share/invitation';
import { mailLink } from '../share/mail';
import { whenText } from '../share/when';
import { revisionsOf, saveRivals } from '../storage/meetings';
import { readWhole } from '../storage/whose';
import { copy } from './copying';
import { changeMeeting } from './meeting';
import { save } from './saving';

/** Dates in the words of the language, as they are written there. */
type Worded<W> = Omit<W, 'when'>;
/** What a letter is worded with. */
export type AgendaWords = Worded<InvitationWords>;
export type SummaryWords = Worded<RecapWords>;

/** What leaves, as it leaves. */
export interface Outgoing {
  what: 'agenda' | 'recap';
  text: string;
  html: string;
  title: string;
}

/** "Tuesday, 1 December 2026, 10:00 – 10:30 CET"; empty without a date. */
export function meetingTime(meeting: Meeting, language: string): string {
  return whenText(meeting, language);
}

/** The agenda as a letter. */
export function agendaLetter(meeting: Meeting, words: AgendaWords, language: string): Outgoing {
  const worded = { ...words, when: (one: Meeting) => whenText(one, language) };
  return {
    what: 'agenda',
    text: invitationText(meeting, worded),
    html: invitationHtml(meeting, worded),
    title: meeting.purpose,
  };
}

/** The recap as a letter; `title` is its subject. */
export function recapLetter(recap: Recap, words: SummaryWords, language: string, title: string): Outgoing {
  const worded = { ...words, when: (one: Meeting) => whenText(one, language) };
  return { what: 'recap', text: recapText(recap, worded), html: recapHtml(recap, worded), title };
}

/** The letter in other words, as somebody typed them. */
export function inOtherWords(letter: Outgoing, text: string): Outgoing {
  return text === letter.text ? letter : { ...letter, text, html: textHtml(text) };
}

/** What to look for in anything that leaves: besides selling words, names and notes of this deal. */
export function leakCheck(meeting: Meeting, rivals: readonly string[], language: Language): LeakCheck {
  const told = new Set(meeting.debrief?.topics.filter(({ quote }) => quote.trim() !== '').map(({ topic }) => topic));
  // A note that became what they said is theirs to read again.
  const notes = meeting.topics.filter(({ id }) => !told.has(id)).map(({ note }) => note);
  return { language, competitors: rivals, privateNotes: [meeting.debrief?.note ?? '', ...notes] };
}

/** What of a text must not reach the customer. */
export function leaksIn(text: string, check: LeakCheck): Leak[] {
  return findLeaks(text, check);
}

/** Copies within a click; says whether it did. */
export function copyLetter({ text, html }: Outgoing): Promise<boolean> {
  return copy({ plain: text, html });
}

/** The links of a letter; opening one is the person's own act. */
export interface Links {
  mail: string;
  /** The whole letter, where it is too long for a link: to be pasted into the draft. */
  paste: string | null;
  google: string | null;
  outlook: string | null;
}

/** The links that a letter's draft and its calendar entry open with. */
export function linksOf(meeting: Meeting, letter: Outgoing, words: { subject: string; pasteHere: string }): Links {
  const to = meeting.attendees.filter(({ side }) => side === 'them').map(({ email }) => email);
  const mail = mailLink({ to, subject: words.subject, body: letter.text }, words.pasteHere);
  const event = letter.what === 'agenda' ? calendarEvent(meeting, letter.title, letter.text) : null;
  return {
    mail: mail.href,
    paste: mail.paste,
    google: event && googleLink(event).href,
    outlook: event && outlookLink(event, 'work').href,
  };
}

/** The link to a mail of other words than the agenda's. */
export function mailTo({ attendees }: Meeting, { subject, body }: MailDraft): string {
  const to = attendees.filter(({ side }) => side === 'them').map(({ email }) => email);
  return mailLink({ to, subject, body }, body).href;
}

/** Copies the part of a mail that its link could not carry. */
export function copyRest(text: string): Promise<boolean> {
  return copy({ plain: text });
}

/** Hands the meeting to the browser's downloads as a calendar file; a later one replaces it in the calendar. */
export async function downloadCalendar(meeting: Meeting, letter: Outgoing): Promise<void> {
  const event = calendarEvent(meeting, letter.title, letter.text);
  if (!event) return;
  const { icsText, ICS_TYPE } = await import('../share/ics');
  offerFile(new Blob([icsText(event, Date.now())], { type: ICS_TYPE }), 'meeting.ics');
}

/** Keeps what left. An agreement to an older agenda ends when a newer one is sent. */
export async function keepShared(
  deal: DealKey,
  meeting: Meeting,
  letter: Outgoing,
  way: WayOut,
  anew: boolean,
): Promise<void> {
  const at = Date.now();
  await changeMeeting(deal, meeting, `shared ${at}`, (now) => {
    if (now.shared.some((one) => one.at === at)) return now;
    const kept = withShared(now, { at, what: letter.what, way, text: letter.text }, '');
    if (letter.what !== 'agenda' || !anew || stateOf(kept) !== 'agreed') return kept;
    const sent = moveMeeting(kept, 'sent', { who: '', at });
    return sent.ok ? sent.meeting : kept;
  });
}

/** What changed in a meeting, held against both. */
export interface Since {
  /** What is otherwise than in the agenda that the customer has. */
  sent: MeetingChange[];
  /** What is otherwise than what they agreed to. */
  agreed: MeetingChange[];
}

/** What changed in a meeting since it was sent, and since it was agreed; nothing where that cannot be read. */
export function useSince(deal: DealKey, meeting: Meeting): Since {
  const revisions = useLiveQuery(async () => revisionsOf(deal, meeting.id).catch(() => []), [deal, meeting.id]);
  const [sent, agreed] = [asSent(revisions ?? []), asAgreed(revisions ?? [])];
  return {
    sent: sent ? changesBetween(sent, meeting) : [],
    agreed: agreed ? changesBetween(agreed, meeting) : [],
  };
}

/** The names of competitors that the deal knows. */
export function useRivals(deal: DealKey): readonly string[] {
  const names = useLiveQuery(async () => {
    const { doc, authors } = await readWhole(deal);
    return doc ? rivalsOf(doc, authors) : [];
  }, [deal]);
  return names ?? NOBODY;
}

const NOBODY: readonly string[] = [];

/** Keeps the names, as typed: one after another, with commas between; says whether they are kept. */
export async function keepRivals(deal: DealKey, typed: string): Promise<boolean> {
  const names = typed
    .split(/[,;\n]/)
    .map((name) => name.trim())
    .filter((name) => name !== '');
  return (await save(deal, RIVALS_KEY, () => saveRivals(deal, [...new Set(names)]))) !== null;
}
