/** The state of a deal as plain text, for a field of the CRM itself. */
import type { IsoDay } from '../domain/day';
import { nextMeeting } from '../domain/interaction';
import type { DealView } from '../domain/view';
import { crmNote, type NoteLimit, type NoteWords } from '../share/crm-note';
import { copy } from './copying';

export { NOTE_LIMITS, type NoteLimit, type NoteWords } from '../share/crm-note';

/** Copies the note within a click; says how long it is, or that it could not be copied. */
export async function copyNote(
  view: DealView,
  today: IsoDay,
  limit: NoteLimit,
  words: NoteWords,
): Promise<number | null> {
  const { phase, score, answers, promises, meetings } = view;
  const note = crmNote({ today, phase, score, answers, promises, next: nextMeeting(meetings, today) }, limit, words);
  return (await copy({ plain: note })) ? note.length : null;
}
