/** The agenda as it leaves: the same words as plain text, and as rich text for mail and documents. */
import type { Agenda } from '../domain/agenda';

/** The words around the topics, in the language of whoever shares it. */
export interface AgendaWords {
  title: string;
  /** A topic's first line: what to talk about, and how long. */
  line: (ask: string, minutes: number) => string;
  /** A topic's second line: what the reader gets from it. */
  gives: (what: string) => string;
}

export function agendaText({ topics }: Agenda, words: AgendaWords): string {
  const items = topics.flatMap(({ ask, gives, minutes }, index) => {
    const mark = `${index + 1}. `;
    return [mark + words.line(ask, minutes), ...(gives === '' ? [] : [' '.repeat(mark.length) + words.gives(gives)])];
  });
  return [words.title, '', ...items].join('\n');
}

export function agendaHtml({ topics }: Agenda, words: AgendaWords): string {
  const items = topics.map(({ ask, gives, minutes }) => {
    const lines = [words.line(ask, minutes), ...(gives === '' ? [] : [words.gives(gives)])];
    return `<li>${lines.map(escaped).join('<br>')}</li>`;
  });
  return `<p><b>${escaped(words.title)}</b></p><ol>${items.join('')}</ol>`;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);
}
