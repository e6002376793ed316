/** The agenda on its way out: as rich text and as plain text at once. */
import type { Agenda } from '../domain/agenda';
import { type AgendaWords, agendaHtml, agendaText } from '../share/text';
import { copy } from './copying';

/** Copies within a click; says whether it did. */
export function copyAgenda(agenda: Agenda, words: AgendaWords): Promise<boolean> {
  return copy({ plain: agendaText(agenda, words), html: agendaHtml(agenda, words) });
}
