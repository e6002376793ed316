/**
 * A short letter as blocks, and the two forms in which it leaves: plain text, and HTML that mail
 * programs and documents paste as it is meant. Both hold the same words.
 */
import { plainText } from './plain-text';

/** A paragraph, or a list under a heading. */
export type Block =
  | { kind: 'paragraph'; text: string }
  | { kind: 'list'; heading: string; items: readonly Item[]; numbered: boolean };

/** One entry of a list. */
export interface Item {
  text: string;
  /** A second line under it; empty for none. */
  under: string;
}

/** What has no text is left out, headings of empty lists included. */
function filled(blocks: readonly Block[]): Block[] {
  return blocks
    .map((block) =>
      block.kind === 'list' ? { ...block, items: block.items.filter(({ text }) => text.trim() !== '') } : block,
    )
    .filter((block) => (block.kind === 'list' ? block.items.length > 0 : block.text.trim() !== ''));
}

/** The letter as plain text. */
export function blocksText(blocks: readonly Block[]): string {
  return plainText(filled(blocks).map(blockText).join('\n\n'));
}

function blockText(block: Block): string {
  if (block.kind === 'paragraph') return block.text.trim();
  const items = block.items.map(({ text, under }, index) => {
    const mark = block.numbered ? `${index + 1}. ` : '- ';
    const indent = ' '.repeat(mark.length);
    const lines = [text, under].filter((line) => line.trim() !== '').flatMap((line) => line.trim().split('\n'));
    return mark + lines.join(`\n${indent}`);
  });
  return [block.heading, ...items].join('\n');
}

/** The letter as HTML; what stands in it is text, whatever it looks like. */
export function blocksHtml(blocks: readonly Block[]): string {
  return filled(blocks).map(blockHtml).join('\n');
}

/** A letter that somebody typed, as rich text: its empty lines part paragraphs. */
export function textHtml(text: string): string {
  return blocksHtml(text.split(/\n{2,}/).map((paragraph) => ({ kind: 'paragraph', text: paragraph })));
}

function blockHtml(block: Block): string {
  if (block.kind === 'paragraph') return `<p>${html(block.text.trim())}</p>`;
  const tag = block.numbered ? 'ol' : 'ul';
  const items = block.items.map(({ text, under }) => {
    const second = under.trim() === '' ? '' : `<br>${html(under.trim())}`;
    return `<li>${html(text.trim())}${second}</li>`;
  });
  return `<p><b>${html(block.heading)}</b></p>\n<${tag}>${items.join('')}</${tag}>`;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function html(text: string): string {
  return plainText(text)
    .replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign)
    .replace(/\n/g, '<br>');
}
