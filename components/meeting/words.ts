/** What a meeting says, in the language of the interface. */
import { i18n } from '#i18n';
import type { IsoDay } from '../../lib/domain/day';
import type { Attendee, Meeting } from '../../lib/domain/meeting';
import type { MeetingChange } from '../../lib/domain/meeting-changes';
import type { DealPromise } from '../../lib/domain/promise';
import { LANGUAGES, type Language } from '../../lib/domain/words/language';
import { type AgendaWords, meetingTime, type SummaryWords } from '../../lib/state/sharing';
import { day } from '../format';

/** The language of the interface. */
const lang = i18n.t('lang');

/** What dates in a letter follow: the browser where it speaks the letter's language (en-GB), else the language. */
export const language = navigator.language.split('-')[0] === lang ? navigator.language : lang;

/** The language in which alternatives to a leak are offered. */
export const leakLanguage: Language = LANGUAGES.find((one) => one === lang) ?? 'en';

/** The words around an agenda. */
export function agendaWords(): AgendaWords {
  return {
    with: (names) => i18n.t('meeting.letter.with', [names]),
    youGet: (what) => i18n.t('meeting.letter.youGet', [what]),
    agenda: (minutes) => i18n.t('meeting.letter.agenda', [String(minutes)]),
    topic: (minutes, lead) => i18n.t('meeting.letter.topic', [String(minutes), lead]),
    us: i18n.t('meeting.letter.us'),
    them: i18n.t('meeting.letter.them'),
    end: i18n.t('meeting.letter.end'),
    youBring: i18n.t('meeting.letter.youBring'),
    weBring: i18n.t('meeting.letter.weBring'),
    commitment: (text) => i18n.t('meeting.letter.commitment', [text]),
  };
}

/** The words around a recap. */
export function recapWords(today: IsoDay): SummaryWords {
  return {
    opening: i18n.t('meeting.recap.opening'),
    heard: i18n.t('meeting.recap.heard'),
    said: (who, quote) => (who === '' ? quote : i18n.t('meeting.recap.said', [who, quote])),
    open: i18n.t('meeting.recap.open'),
    promises: i18n.t('meeting.recap.promises'),
    promise: (who, what, due) => i18n.t('meeting.recap.promise', [who, what, day(due, today)]),
    us: i18n.t('meeting.recap.us'),
    them: i18n.t('meeting.recap.them'),
    next: (when) => i18n.t('meeting.recap.next', [when]),
    ending: i18n.t('meeting.recap.ending'),
  };
}

/** "Tuesday, 1 December 2026, 10:00 – 10:30 CET", or that there is no date yet. */
export function timeWords(meeting: Meeting): string {
  return meetingTime(meeting, language) || i18n.t('meeting.empty.when');
}

/** The subject of a mail with the agenda. */
export function subjectWords(meeting: Meeting): string {
  const when = meetingTime(meeting, language);
  return when === '' ? i18n.t('meeting.share.subjectOpen') : i18n.t('meeting.share.subject', [when]);
}

/** A change of an agenda in one sentence. */
export function changeWords(change: MeetingChange): string {
  switch (change.code) {
    case 'topicAdded':
    case 'topicRemoved':
      return i18n.t(`meeting.change.${change.code}`, [change.ask]);
    case 'topicReworded':
      return i18n.t('meeting.change.topicReworded', [change.to]);
    case 'topicMinutes':
      return i18n.t('meeting.change.topicMinutes', [change.ask, String(change.from), String(change.to)]);
    case 'topicsReordered':
    case 'when':
      return i18n.t(`meeting.change.${change.code}`);
    case 'length':
      return i18n.t('meeting.change.length', [String(change.from), String(change.to)]);
    case 'purpose':
    case 'valueGiven':
    case 'commitment':
      return i18n.t(`meeting.change.${change.code}`, [change.to]);
    default:
      return i18n.t(`meeting.change.${change.code}`, [change.text]);
  }
}

/** The customer's people in a meeting, by name or else by address. */
export function theirNames(attendees: readonly Attendee[]): string[] {
  return attendees.filter(({ side }) => side === 'them').map(personWord);
}

/** Somebody's name, or else their address. */
export function personWord({ name, email }: Attendee): string {
  return name.trim() === '' ? email : name;
}

/** Who promised, where nobody is named. */
export function promiserWord({ side, who }: DealPromise): string {
  return who.trim() === '' ? i18n.t(`meeting.promise.${side}`) : who;
}
