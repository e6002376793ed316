/**
 * The main job from end to end, as a person does it: open a deal, answer with evidence, see what to
 * ask next, take an agenda along, go to another deal and back, quit, and find everything again.
 * `npm start` without a display and the end-to-end test both take this walk.
 */
import { expect, type Frame, type Page } from '@playwright/test';
import { DEALS } from '../hosts/deals.ts';
import { launcher, openPanel, panelOf } from './overlay.ts';
import type { Session } from './session.ts';

/** Who is told what the walk does and finds. */
export interface Walker {
  did(text: string): void;
  found(text: string): void;
  /** The moment is worth a picture; `name` says which. */
  picture(page: Page, name: string): Promise<void>;
}

const ORIGIN = 'https://acme.lightning.force.com';
const pathOf = (id: string) => `/lightning/r/Opportunity/${id}/view`;

/** What the walk answers, in the order in which it is asked. */
const ANSWERS = [
  { verdict: 'Yes', rung: 'Said', who: 'Ana Ruiz', quote: 'Line 3 stops twice a week, and every stop is scrap.' },
  { verdict: 'Partly', rung: 'Sign', who: null, quote: null },
  { verdict: 'Yes', rung: 'Guess', who: null, quote: null },
] as const;

const askNext = (panel: Frame) => panel.getByRole('region', { name: 'Ask next' });
/** The number and the gaps; for a deal without answers, how much there is to ask. */
const STANDING = /^(firmness \d+ of 100|nothing is due yet|no gaps|\d+ gaps?|\d+ things? to ask)$/i;
const questionOf = async (panel: Frame) => (await askNext(panel).getByRole('paragraph').first().textContent()) ?? '';

/** The panel once it shows this deal. */
async function panelAt(page: Page, name: string): Promise<Frame> {
  const panel = await panelOf(page);
  await expect(panel.getByRole('heading', { level: 1 })).toHaveText(name);
  return panel;
}

/** Chooses one of a group of choices, by what is written on it. */
export async function choose(panel: Frame, group: string, option: string): Promise<void> {
  await askNext(panel).getByRole('radiogroup', { name: group }).getByText(option, { exact: true }).click();
  await expect(askNext(panel).getByRole('radio', { name: option, exact: true })).toBeChecked();
}

async function answer(panel: Frame, { verdict, rung, who, quote }: (typeof ANSWERS)[number]): Promise<string> {
  const question = await questionOf(panel);
  await choose(panel, 'Is it so?', verdict);
  await choose(panel, 'How do you know?', rung);
  if (who && quote) {
    await askNext(panel).getByLabel('Who said it?').fill(who);
    await askNext(panel).getByLabel('What exactly?').fill(quote);
    await askNext(panel).getByLabel('What exactly?').press('Enter');
  }
  await expect(askNext(panel).getByText(/^Saved/)).toBeVisible();
  return question;
}

/** Copies the agenda, and pastes it where a person would: into a note of the CRM's own. */
async function copyAgenda(page: Page, panel: Frame, walker: Walker): Promise<void> {
  await panel.getByRole('tab', { name: 'Agenda' }).click();
  await panel.getByRole('button', { name: 'Copy agenda' }).click();
  await expect(panel.getByText(/^Copied/)).toBeVisible();
  await page.evaluate(() => window.__app.composer(true));
  const note = page.getByRole('textbox', { name: 'Note' });
  await note.focus();
  await page.keyboard.press('ControlOrMeta+V');
  await expect(note).not.toHaveValue('');
  const text = await note.inputValue();
  walker.did('Copied the agenda, and pasted it into a note.');
  walker.found(`The agenda:\n\n${text}\n`);
  await walker.picture(page, 'agenda');
  await page.evaluate(() => window.__app.composer(false));
  await panel.getByRole('tab', { name: 'Checklist' }).click();
}

async function standing(panel: Frame): Promise<string> {
  const buttons = panel.getByRole('button', { name: STANDING });
  await expect(buttons.first()).toBeVisible();
  const names = (await buttons.all()).map(
    async (button) => (await button.getAttribute('aria-label')) ?? button.textContent(),
  );
  return (await Promise.all(names)).join(', ');
}

/**
 * Takes the walk in a session that has just been opened, and returns the session that it ends in: the
 * browser is quit and opened again on the way.
 */
export async function walk(session: Session, walker: Walker): Promise<Session> {
  let page = session.context.pages()[0] ?? (await session.context.newPage());
  await page.goto(ORIGIN + pathOf(DEALS.widgets));
  const tab = await launcher(page);
  walker.did('Opened the deal "Acme - 1,200 Widgets" in the CRM.');
  walker.found(`The launcher on the page's edge: "${tab.label}".`);
  await walker.picture(page, 'deal');

  await openPanel(page);
  let panel = await panelAt(page, 'Acme - 1,200 Widgets');
  walker.did('Opened the panel from the launcher.');
  walker.found(`${await standing(panel)}. First question: "${await questionOf(panel)}"`);
  await walker.picture(page, 'panel');

  const questions: string[] = [];
  for (const given of ANSWERS) {
    const question = await answer(panel, given);
    questions.push(question);
    walker.did(`Answered "${question}": ${given.verdict}, ${given.rung}${given.who ? `, by ${given.who}` : ''}.`);
    walker.found(`Saved. ${await standing(panel)}.`);
    await walker.picture(page, `answer-${questions.length}`);
    await askNext(panel).getByRole('button', { name: 'Next question' }).click();
  }
  expect(new Set(questions).size).toBe(ANSWERS.length);
  const answered = await standing(panel);
  walker.found(`Next question: "${await questionOf(panel)}"`);

  await copyAgenda(page, panel, walker);
  // What was copied counts as sent: they know what to bring.
  await expect.poll(() => standing(panel)).not.toBe(answered);
  const reached = await standing(panel);
  walker.found(`Kept as sent. ${reached}.`);

  await page.evaluate((path) => window.__app.go(path), pathOf(DEALS.pumps));
  panel = await panelAt(page, 'Northwind Pumps: second line');
  await expect(askNext(panel).getByRole('radio', { checked: true })).toHaveCount(0);
  walker.did('Went to another deal in the CRM.');
  walker.found(`The panel shows "Northwind Pumps: second line", with nothing answered. ${await standing(panel)}.`);
  await walker.picture(page, 'another-deal');

  await page.goBack();
  panel = await panelAt(page, 'Acme - 1,200 Widgets');
  await expect.poll(() => standing(panel)).toBe(reached);
  walker.did('Went back.');
  walker.found(`The first deal as it was left. ${reached}.`);

  await session.quit();
  const reopened = await session.reopen();
  page = reopened.context.pages()[0] ?? (await reopened.context.newPage());
  await page.goto(ORIGIN + pathOf(DEALS.widgets));
  panel = await panelAt(page, 'Acme - 1,200 Widgets');
  await expect.poll(() => standing(panel)).toBe(reached);
  walker.did('Quit the browser, and opened it again.');
  walker.found(`The panel is open as it was left, and everything is there. ${reached}.`);
  await walker.picture(page, 'found-again');
  return reopened;
}
