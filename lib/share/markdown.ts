/** A deal as Markdown (CommonMark): for a wiki, a chat, or notes. What was typed stays text. */
import type { DealSheet } from '../domain/deal-sheet';
import { oneLine, plainText } from './plain-text';

export function sheetMarkdown({ title, under, facts, parts }: DealSheet): string {
  const lines = [`# ${escaped(title)}`, under && escaped(under), facts.map(fact).join('\n')];
  for (const { heading, items } of parts) {
    lines.push(`## ${escaped(heading)}`, items.map(item).join('\n').trimEnd());
  }
  return `${lines.filter((line) => line !== '').join('\n\n')}\n`;
}

const fact = ({ name, value }: DealSheet['facts'][number]) => `- ${escaped(name)}: ${escaped(value)}`;

function item({ text, more, quote }: DealSheet['parts'][number]['items'][number]): string {
  const second = more === '' ? '' : `\\\n  ${escaped(more)}`;
  // A quote has its own lines, each marked, so that none of them can begin a heading.
  const said = plainText(quote).trim();
  const quoted =
    said === ''
      ? ''
      : `\n\n${said
          .split('\n')
          .map((line) => `  > ${escaped(line)}`.trimEnd())
          .join('\n')}\n`;
  return `- ${escaped(text)}${second}${quoted}`;
}

/** What Markdown, or the HTML and the sums that some of its readers allow, takes for more than text. */
const SIGNS = /[\\`*_[\]<>#|~&$]/g;
/** What is so only at the beginning of a line: a list, numbered or not, a rule, a heading of the other kind. */
const FIRST = /^(\d*)([-+=:.)])/;

/** One line of text that reads back as itself. */
function escaped(text: string): string {
  return oneLine(text).replace(SIGNS, '\\$&').replace(FIRST, '$1\\$2');
}
