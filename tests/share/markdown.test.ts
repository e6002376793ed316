import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DealSheet } from '../../lib/domain/deal-sheet';
import { sheetMarkdown } from '../../lib/share/markdown';
import { oneLine } from '../../lib/share/plain-text';

const sheet = (more: Partial<DealSheet> = {}): DealSheet => ({
  title: 'Acme - 1,200 Widgets',
  under: 'Discover, firmness 31 of 100',
  facts: [{ name: 'Amount', value: '$140,000' }],
  parts: [
    {
      heading: 'What is due and not firm',
      items: [{ text: 'We know how they will buy', more: 'Our word', quote: 'First Ana.\nThen the board.' }],
    },
  ],
  ...more,
});

describe('a deal as Markdown', () => {
  it('is a heading, facts, and lists with what was said', () => {
    expect(sheetMarkdown(sheet())).toBe(`# Acme - 1,200 Widgets

Discover, firmness 31 of 100

- Amount: \\$140,000

## What is due and not firm

- We know how they will buy\\
  Our word

  > First Ana.
  > Then the board.
`);
  });

  it('keeps what was typed as text: no markup, no HTML, no lines of their own', () => {
    const wild = '# <img src=x onerror=alert(1)>\n## [a](javascript:1) **b** `c` | ~~d~~ &amp; 1. x';
    const text = sheetMarkdown(sheet({ title: wild, under: '', facts: [], parts: [] }));
    expect(text).toBe(
      '# \\# \\<img src=x onerror=alert(1)\\> \\#\\# \\[a\\](javascript:1) \\*\\*b\\*\\* \\`c\\` \\| \\~\\~d\\~\\~ \\&amp; 1. x\n',
    );
    const begins = ['- x', '+ x', '1. x', '12) x', '===', ': x'].map((title) =>
      sheetMarkdown(sheet({ title, under: '', facts: [], parts: [] })),
    );
    expect(begins).toEqual(['# \\- x\n', '# \\+ x\n', '# 1\\. x\n', '# 12\\) x\n', '# \\===\n', '# \\: x\n']);
  });

  it('reads back as the very text that was typed, by the rule of backslashes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (typed) => {
        const text = sheetMarkdown(sheet({ title: `T ${typed}`, under: '', facts: [], parts: [] }));
        const line = text.replace(/^# /, '').replace(/\n$/, '');
        expect(line).not.toContain('\n');
        // Nothing that means something to Markdown stands without its backslash.
        const rest = line.replace(/\\[!-/:-@[-`{-~]/g, '');
        expect(rest).not.toMatch(/[\\`*_[\]<>#|~&$]/);
        expect(line.replace(/\\([!-/:-@[-`{-~])/g, '$1')).toBe(oneLine(`T ${typed}`));
      }),
    );
  });
});
