// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { agendaHtml, agendaText } from '../../lib/share/text';

const agenda = {
  topics: [
    { question: 'a', ask: 'What happens, and when?', gives: 'The time you have', minutes: 15 },
    { question: 'b', ask: 'Is <R&D> "in"?', gives: '', minutes: 10 },
  ],
};
const words = {
  title: 'For Tuesday',
  line: (ask: string, minutes: number) => `${ask} (${minutes} min)`,
  gives: (what: string) => `For you: ${what}`,
};

it('reads as plain text', () => {
  expect(agendaText(agenda, words)).toBe(`For Tuesday

1. What happens, and when? (15 min)
   For you: The time you have
2. Is <R&D> "in"? (10 min)`);
});

it('says the same as rich text, and lets no text become markup', () => {
  const page = new DOMParser().parseFromString(agendaHtml(agenda, words), 'text/html');
  expect([...page.querySelectorAll('li')].map((item) => item.textContent)).toEqual([
    'What happens, and when? (15 min)For you: The time you have',
    'Is <R&D> "in"? (10 min)',
  ]);
  expect([...page.body.querySelectorAll('*')].map((element) => element.localName)).toEqual([
    'p',
    'b',
    'ol',
    'li',
    'br',
    'li',
  ]);
});
