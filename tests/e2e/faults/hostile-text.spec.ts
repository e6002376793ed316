/** A record whose texts mean harm, and the pages of ours that show them. Row 23 of the README. */
import { DEALS } from '../../hosts/deals.ts';
import { expect, test } from '../extension.ts';
import { expectWhole, kept } from './hands.ts';
import { tell } from './size.ts';
import { answerAt } from './witness.ts';

const NAMES: [string, string][] = [
  ['markup', `<img src=x onerror="document.title='owned'"><script>document.title='owned'</script>`],
  ['of a megabyte', 'Widgets '.repeat(131_072)],
  ['turned around', '\u202egnol yrev\u2066 of Acme'],
  ['a word of the language', '__proto__'],
  ['another', 'constructor'],
  ['half a character', `Acme \ud83d Widgets`],
];

test('23: whatever a record is called is text, on the panel and everywhere else', async ({ page, session }) => {
  const panel = await answerAt(page);
  const one = await session.context.newPage();
  for (const [how, name] of NAMES) {
    await page.evaluate(
      ([id, to]) => {
        window.__app.set(id, { name: to });
        window.__app.stage(id, to.slice(0, 80));
      },
      [DEALS.widgets, name] as const,
    );
    const expected = name
      .replace(/[\u202a-\u202e\u2066-\u2069]/g, '')
      .slice(0, 2000)
      .trim()
      .toWellFormed();
    await expect(panel.getByRole('heading', { level: 1 }), how).toHaveText(expected);
    await expect(panel.locator('h1 *:not(bdi)'), how).toHaveCount(0);
  }
  for (const path of ['recent.html', 'review.html', 'options.html#stages']) {
    await one.goto(session.url(path));
    await expect(one.getByText(/Acme .* Widgets|Acme/).first()).toBeVisible();
    expect(await one.title()).not.toBe('owned');
    expect(await one.evaluate('({}).polluted')).toBeUndefined();
  }
  expect(await page.title()).not.toBe('owned');
  expectWhole(await kept(session));
  tell(`fault 23: ${NAMES.length} hostile names: each shown as text`);
});

test('23: no page of ours makes markup or code of text, loads what is foreign, or speaks to a network', async ({
  session,
}) => {
  const page = await session.context.newPage();
  for (const path of ['panel.html', 'recent.html', 'review.html', 'options.html']) {
    await page.goto(session.url(path));
    const refused = await page.evaluate(async () => {
      const tries: Record<string, () => unknown> = {
        innerHTML: () => {
          document.body.innerHTML = '<b>x</b>';
        },
        write: () => document.write('x'),
        eval: () => Reflect.get(window, 'eval')('1'),
        code: () => new Function('return 1')(),
        timer: () => Reflect.apply(setTimeout, window, ['1']),
        script: () => {
          document.createElement('script').text = '1';
        },
        parse: () => new DOMParser().parseFromString('<b>', 'text/html'),
        fetch: () => fetch('https://example.com/'),
        frame: () => load('iframe'),
        image: () => load('img'),
      };
      const load = (tag: string) =>
        new Promise((resolve, reject) => {
          document.addEventListener('securitypolicyviolation', () => reject(new Error('barred')), { once: true });
          const element = Object.assign(document.createElement(tag), { src: 'https://example.com/' });
          element.addEventListener('load', resolve);
          document.body.append(element);
        });
      const refused: string[] = [];
      for (const [name, go] of Object.entries(tries)) {
        try {
          // In a task of the page's own: what is evaluated from outside may do more.
          await new Promise((resolve, reject) => setTimeout(() => Promise.resolve().then(go).then(resolve, reject)));
        } catch {
          refused.push(name);
        }
      }
      return { refused, all: Object.keys(tries) };
    });
    expect(refused.refused, path).toEqual(refused.all);
    tell(`fault 23, ${path}: ${refused.all.length} ways to foreign code, pages and networks tried, all refused`);
  }
});
