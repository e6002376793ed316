/** Playbooks: made one's own, changed by versions, brought in as files, and chosen for deals. */
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { parsePlaybook, printPlaybook } from '../../lib/domain/playbook-file';
import { bant } from '../../lib/playbooks/bant';
import { basics } from '../../lib/playbooks/basics';
import { axeCheck } from './axe.ts';
import { expect, shoot, test } from './extension.ts';
import { looksWell } from './looks.ts';
import type { Session } from './session.ts';

const DEAL = 'salesforce:acme:0067Q00000ARuZXQA1';

/** A page behind another one draws seldom, and pressing anything in it waits for that. */
const openShelf = async (page: Page, session: Session) => {
  await page.bringToFront();
  await page.goto(session.url('options.html#playbooks'));
  await expect(page.getByRole('heading', { name: 'Come with Footing' })).toBeVisible();
};

const openDeal = async (session: Session) => {
  const panel = await session.context.newPage();
  await panel.goto(session.url(`panel.html?deal=${encodeURIComponent(DEAL)}`));
  await expect(panel.getByRole('heading', { name: 'Ask next' })).toBeVisible();
  return panel;
};

const copy = async (page: Page, name: string) => {
  await page.getByRole('button', { name: `Make a copy to edit: ${name}` }).click();
  await expect(page.getByRole('heading', { name: `${name}, ours` })).toBeFocused();
};

const choose = (page: Page, text: string, name = 'theirs.json') =>
  page.locator('input[type=file]').setInputFiles({ name, mimeType: '', buffer: Buffer.from(text) });

const pick = async (page: Page, label: string | RegExp, option: string) => {
  await page.getByRole('button', { name: label }).click();
  await page.getByRole('option', { name: option, exact: true }).click();
};

const toTab = (panel: Page, name: string) => panel.getByRole('tab', { name }).click();

/** Opens a question in the checklist, whatever step it is in. */
const openQuestion = async (panel: Page, short: string) => {
  const row = panel.getByRole('button', { name: short }).last();
  await row.click();
  return panel.getByRole('region', { name: short });
};

const useCopy = async (panel: Page, name: string) => {
  await toTab(panel, 'Deal');
  await pick(panel, /Questions$/, name);
  await expect(panel.getByText('Chosen for this deal.')).toBeVisible();
};

test('a copy is changed, looked at, and saved as a version; the deal keeps its answer and says on which it was given', async ({
  page,
  session,
}) => {
  await openShelf(page, session);
  await copy(page, 'The Basics');

  const panel = await openDeal(session);
  await useCopy(panel, 'The Basics, ours');
  await toTab(panel, 'Checklist');
  const owner = await openQuestion(panel, 'Someone owns the problem');
  await owner.locator('.option', { hasText: 'Yes' }).click();
  await expect(owner.getByText('Saved')).toBeVisible();

  await page.bringToFront();
  await page.getByRole('button', { name: 'Someone owns the problem' }).first().click();
  const form = page.getByRole('group', { name: 'Question: Someone owns the problem' });
  await form.getByLabel('What to ask the customer, in their words').fill('Whose problem is this?');
  await form.getByRole('button', { name: /Weight$/ }).click();
  await page.getByRole('option', { name: '3 - decides' }).click();
  await form.getByLabel('Evidence counts in full for (days)').fill('20');
  await form.getByLabel('Evidence counts in full for (days)').press('Tab');
  await form.locator('.check', { hasText: 'the stage moves' }).click();
  const change = page.locator('.adopt');
  await expect(change.getByRole('heading')).toHaveText('What version 2 changes');
  await expect(change.locator('.difference')).toContainText('→ Whose problem is this?');
  await expect(change.locator('.difference')).toContainText('Weight: 2 → 3');
  await expect(change.locator('.difference')).toContainText('45 → 20');

  // Nothing is in use before it is saved, and a closed tab loses nothing of it.
  await expect(panel.getByText('Whose problem is this?')).toHaveCount(0);
  await page.reload();
  await expect(page.getByText('has changes that are not saved yet')).toBeVisible();
  await page.getByRole('button', { name: 'Edit: The Basics, ours' }).click();
  await expect(page.locator('.difference')).toContainText('Whose problem is this?');
  await page.getByRole('button', { name: 'Save as version 2' }).click();
  await expect(page.getByText('Saved as version 2.')).toBeVisible();
  await expect(page.getByText('Nothing is changed yet.')).toBeVisible();

  await expect(owner.getByText('Whose problem is this?')).toBeVisible();
  await expect(owner.getByRole('radio', { name: 'Yes' })).toBeChecked();
  await expect(owner.getByText('Answered on version 1 of these questions.')).toBeVisible();
  await shoot(panel, 'playbooks-panel-version');
});

test('questions are added, moved and retired, six in a step are too many, and a half-written one is named', async ({
  page,
  session,
}) => {
  await openShelf(page, session);
  await copy(page, 'The Basics');
  const discover = page.getByRole('region', { name: 'Discover' });
  const inDiscover = discover.locator('.question-open');
  const before = await inDiscover.allTextContents();

  // By keyboard: the second up by one, and the keyboard goes with it.
  await discover
    .getByRole('button', { name: /^Move up/ })
    .nth(1)
    .focus();
  await page.keyboard.press('Enter');
  expect(await inDiscover.allTextContents()).toEqual([before[1], before[0], ...before.slice(2)]);
  await expect(discover.getByRole('button', { name: /^Move up/ }).first()).toBeFocused();
  await page.keyboard.press('Enter');
  const qualify = page.getByRole('region', { name: 'Qualify' });
  await expect(qualify.locator('.question-open').last()).toHaveText(before[1] ?? '');
  await expect(qualify.getByRole('button', { name: /^Move up/ }).last()).toBeFocused();

  await page.getByRole('button', { name: 'Add a question to Qualify' }).click();
  await expect(
    page.getByText(/^Qualify asks 6 questions\. Three to five get answered; more get ticked\./),
  ).toBeVisible();
  await page.getByRole('button', { name: 'Save as version 2' }).click();
  await expect(page.getByRole('alert')).toContainText('New question: "In a few words (for lists)" is empty.');
  const fresh = page.getByRole('group', { name: /^Question: / });
  for (const [label, text] of [
    ['In a few words (for lists)', 'Their board knows'],
    ['What should hold (to the seller)', 'Their board knows of it'],
    ['What to ask the customer, in their words', 'Who on your board has heard of this?'],
    ['What the customer gets', 'A date on the agenda of their board'],
    ['What counts as proof', 'The name and the day'],
    ['Why it matters', 'A board that hears of it late says no'],
  ] as const) {
    await fresh.getByLabel(label).fill(text);
  }
  const gone = discover.locator('.question-open').first();
  const goneName = (await gone.textContent()) ?? '';
  await gone.click();
  await page.getByRole('button', { name: 'Retire this question' }).click();
  const difference = page.locator('.difference');
  await expect(difference).toContainText('New: Their board knows');
  await expect(difference).toContainText(`Retired: ${goneName}`);
  await expect(difference).toContainText('Due in: Discover → Qualify');
  await page.getByRole('button', { name: 'Save as version 2' }).click();
  await expect(page.getByText('Saved as version 2.')).toBeVisible();

  // An older version can be the start of the next.
  await page.getByRole('button', { name: 'Start from this one: version 1' }).click();
  await expect(page.locator('.adopt').getByRole('heading')).toHaveText('What version 3 changes');
  await expect(difference).toContainText('Retired: Their board knows');
  await expect(difference).toContainText(`New: ${goneName}`);
  await page.getByRole('button', { name: 'Throw the changes away' }).click();
  await page.getByRole('button', { name: 'Yes, throw it away' }).click();
  await expect(page.getByText('Nothing is changed yet.')).toBeVisible();
});

test('another playbook offers the answer that was given to the same question, and takes it by a click only', async ({
  session,
}) => {
  const panel = await openDeal(session);
  await toTab(panel, 'Checklist');
  const owner = await openQuestion(panel, 'Someone owns the problem');
  await owner.locator('.option', { hasText: 'Yes' }).click();
  await owner.locator('.option', { hasText: 'Said' }).click();
  await owner.getByLabel('Who said it?').fill('Ana Ruiz');
  await owner.getByLabel('What exactly?').fill('Every order waits three weeks');
  await owner.getByLabel('What exactly?').press('Enter');
  await expect(owner.getByText('Saved')).toBeVisible();

  await useCopy(panel, 'MEDDPICC');
  await toTab(panel, 'Checklist');
  const pain = await openQuestion(panel, 'A problem that hurts');
  const offer = pain.getByRole('region', { name: 'An answer to the same question' });
  await expect(offer).toContainText(
    'You answered this as "Someone owns the problem" in The Basics: Yes, said by Ana Ruiz today.',
  );
  await expect(pain.getByRole('radio', { name: 'Yes' })).not.toBeChecked();
  await shoot(panel, 'playbooks-panel-offer');
  expect(await axeCheck(panel)).toEqual([]);
  await offer.getByRole('button', { name: 'Use it here' }).click();
  await expect(pain.getByLabel('Who said it?')).toHaveValue('Ana Ruiz');
  await expect(offer).toHaveCount(0);

  // Back again: the first answer is where it was.
  await toTab(panel, 'Deal');
  await pick(panel, /Questions$/, 'As your rules say');
  await expect(panel.getByText('The usual questions.')).toBeVisible();
  await toTab(panel, 'Checklist');
  await expect((await openQuestion(panel, 'Someone owns the problem')).getByLabel('Who said it?')).toHaveValue(
    'Ana Ruiz',
  );
});

test('rules choose by amount, stage and org, and a deal says which one did', async ({ page, session }) => {
  const panel = await openDeal(session);
  await toTab(panel, 'Deal');
  const type = async (field: string, text: string) => {
    await panel.getByRole('button', { name: `Type it: ${field}` }).click();
    await panel.getByRole('textbox', { name: field }).fill(text);
    await panel.getByRole('textbox', { name: field }).press('Enter');
  };
  await type('Amount', '$140,000');
  await type('Stage', 'Needs Analysis');

  await openShelf(page, session);
  const rules = page.getByRole('region', { name: 'Which playbook for which deals' });
  await rules.getByRole('button', { name: 'Add a rule' }).click();
  await rules.getByRole('button', { name: 'Add a rule' }).click();
  const [first, second] = [rules.locator('.rule').first(), rules.locator('.rule').nth(1)];
  await expect(second).toBeVisible();
  await pickIn(page, first, 'Playbook', 'CHAMP');
  await pickIn(page, first, 'CRM', 'acme');
  await pickIn(page, first, 'Stage', 'At the stage "Needs Analysis"');
  await expect(panel.getByText('Chosen by your rule number 1.')).toBeVisible();
  await pickIn(page, second, 'Playbook', 'MEDDPICC');
  await second.getByLabel('From').fill('a lot');
  await second.getByLabel('From').press('Tab');
  await expect(second.getByText('This does not look like an amount. Try 50000.')).toBeVisible();
  await second.getByLabel('From').fill('$100,000');
  await second.getByLabel('From').press('Tab');
  await expect(second.getByLabel('Currency')).toHaveValue('USD');

  // The first that fits decides; moved up by keyboard, the second one does.
  await second.getByRole('button', { name: 'Move rule 2 up' }).focus();
  await page.keyboard.press('Enter');
  await expect(first.getByLabel('From')).toHaveValue('100,000');
  await expect(rules.getByRole('button', { name: 'Move rule 1 down' })).toBeFocused();
  await expect(panel.getByRole('button', { name: /Questions$/ })).toContainText('MEDDPICC');
  await first.getByRole('button', { name: 'Remove rule 1' }).click();
  await expect(panel.getByRole('button', { name: /Questions$/ })).toContainText('CHAMP');
  await first.getByRole('button', { name: 'Remove rule 1' }).click();
  await pick(page, /All other deals$/, 'Urgency only');
  await expect(panel.getByText('Your usual questions.')).toBeVisible();
  await panel.getByRole('button', { name: /Questions$/ }).scrollIntoViewIfNeeded();
  await shoot(panel, 'playbooks-panel-choice');
});

const pickIn = async (page: Page, row: ReturnType<Page['locator']>, label: string, option: string) => {
  await row.getByRole('button', { name: new RegExp(`${label}$`) }).click();
  await page.getByRole('option', { name: option, exact: true }).click();
};

test('a playbook goes out as a file and comes back as the next version, after a look', async ({ page, session }) => {
  await openShelf(page, session);
  await copy(page, 'BANT');
  await page.getByRole('button', { name: 'All playbooks' }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save as a file: BANT, ours' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^footing-playbook-bant-[0-9a-f]{6}-v1\.json$/);
  const file = readFileSync(await download.path(), 'utf8');
  await choose(page, file);
  await expect(page.getByText('You have this one already, word for word.')).toBeVisible();

  await choose(page, file.replace(bant.questions[0]?.prompt ?? '', 'Written with another hand'));
  await expect(page.getByRole('heading', { name: 'theirs.json' })).toBeFocused();
  await expect(page.locator('.difference')).toContainText('→ Written with another hand');
  await page.getByRole('button', { name: 'Save as version 2' }).click();
  await expect(page.getByText('Added BANT, ours.')).toBeVisible();
  await expect(page.getByText('version 2, 4 questions')).toBeVisible();

  // One that ships and was changed is added beside it.
  await choose(page, printPlaybook({ ...basics, questions: basics.questions.slice(0, 5) }));
  await expect(page.getByText('This one came with Footing and was changed.')).toBeVisible();
  await page.getByRole('button', { name: 'Add it to your own' }).click();
  await expect(page.getByRole('button', { name: 'Edit: The Basics, ours' })).toBeVisible();
  expect(parsePlaybook(file).ok).toBe(true);
});

test('a bad file is refused by line and reason, and nothing of it is kept', async ({ page, session }) => {
  await openShelf(page, session);
  const refused = page.getByRole('alert');
  const file = printPlaybook(bant);
  const lineOf = (piece: string, text = file) => text.split('\n').findIndex((line) => line.includes(piece)) + 1;

  await choose(page, file.replace('"id": "bant.timing"', '"id": "bant.need"'));
  const twice = lineOf('"id": "bant.timing"');
  await expect(refused).toContainText(
    `Line ${twice}, in bant.need: Two questions have this id. The first is on line ${lineOf('"id": "bant.need"')}.`,
  );
  await choose(page, file.replace('"weight": 3', '"weight": 9'));
  await expect(refused).toContainText('in bant.need: "Weight" should be one of these: 1, 2, 3.');
  await choose(page, file.replace(/,\n\s+"ask"/, ',\n  "aks"'));
  await expect(refused).toContainText('in bant.need: "What to ask the customer, in their words" is missing.');
  const many = Array.from({ length: 10_000 }, (_, index) => ({ ...bant.questions[0], id: `bant.need${index}` }));
  await choose(
    page,
    JSON.stringify({ format: 'footing-playbook', formatVersion: 1, playbook: { ...bant, questions: many } }),
  );
  await expect(refused).toContainText('It has 10000 questions. A playbook has 200 at most');
  await choose(page, file.replace('"formatVersion": 1', '"formatVersion": 2'));
  await expect(refused).toContainText(
    'Line 3: It was made by a newer Footing (format 2). Update Footing, then try again.',
  );
  await choose(page, 'id,prompt\nfit.owner,"Who?"\n', 'questions.csv');
  await expect(refused).toContainText('questions.csv');
  await expect(refused).toContainText('Line 1: It is not a playbook file');
  await expect(page.getByRole('heading', { name: 'Your own' })).toHaveCount(0);
});

test('a script in a prompt is shown as the text that it is', async ({ page, session }) => {
  const said: string[] = [];
  page.on('dialog', (dialog) => {
    said.push(dialog.message());
    void dialog.dismiss();
  });
  const prompt = '<img src=x onerror="alert(1)"><script>alert(2)</script>';
  await openShelf(page, session);
  const sly = {
    ...bant,
    id: 'sly',
    questions: bant.questions.map((question) => ({ ...question, prompt, ask: prompt })),
  };
  await choose(page, printPlaybook(sly));
  await expect(page.getByText(prompt).first()).toBeVisible();
  await page.getByRole('button', { name: 'Add it to your own' }).click();
  await page.getByRole('button', { name: 'Edit: BANT', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'BANT' })).toBeFocused();
  const panel = await openDeal(session);
  await toTab(panel, 'Deal');
  await panel.getByRole('button', { name: /Questions$/ }).click();
  await panel.getByRole('option', { name: 'BANT' }).first().click();
  await expect(panel.getByText(prompt).first()).toBeVisible();
  expect(said).toEqual([]);
  expect(await panel.locator('#root img, #root script').count()).toBe(0);
});

test('axe finds nothing on the shelf and in the editor, and nothing is wider than 320 px', async ({
  page,
  session,
}) => {
  const look = (name: string) =>
    looksWell(page, `playbooks-${name}`, {
      sizes: [
        [1280, 900],
        [320, 900],
      ],
    });
  await openShelf(page, session);
  await page.getByRole('button', { name: 'Look: BANT' }).click();
  await page.getByRole('button', { name: 'Add a rule' }).click();
  await expect(page.locator('.rule')).toBeVisible();
  await look('shelf');
  await choose(page, printPlaybook(bant).replace('"weight": 3', '"weight": 9'));
  await expect(page.getByRole('alert')).toBeVisible();
  await look('refused');
  await copy(page, 'The Basics');
  await page.getByRole('button', { name: 'Someone owns the problem' }).first().click();
  await page.getByLabel('What counts as proof').fill('');
  await page.getByRole('button', { name: 'Save as version 2' }).click();
  await expect(page.getByRole('alert')).toBeVisible();
  await look('editor');
  await page.getByRole('button', { name: 'Throw the changes away' }).click();
  await page.getByRole('button', { name: 'Yes, throw it away' }).click();
  await page.getByRole('textbox', { name: 'In a few words (for lists)' }).focus();
  await look('question');
});
