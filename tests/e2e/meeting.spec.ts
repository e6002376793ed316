/**
 * The meeting, from the gaps to a kept promise: one deal through a week, its calendar file read by
 * another program, and every screen by keyboard, for readers, narrow, in light and dark.
 */
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import ical from 'node-ical';
import { axeCheck } from './axe.ts';
import { expect, shoot, test } from './extension.ts';
import { looksWell } from './looks.ts';
import type { Session } from './session.ts';

const DEAL = 'salesforce:acme:006000000000001AAA';

test.use({ browserOptions: { timezone: 'Europe/Berlin', locale: 'en-GB' } });
test.setTimeout(180_000);

/** The panel in a tab of its own, at a time of the week. */
async function openAt(session: Session, time: string, size = { width: 360, height: 800 }): Promise<Page> {
  const panel = await session.context.newPage();
  await panel.setViewportSize(size);
  await panel.clock.setFixedTime(time);
  await panel.goto(session.url(`panel.html?deal=${DEAL}`));
  await expect(panel.getByRole('heading', { name: 'Ask next' })).toBeVisible();
  return panel;
}

const agenda = (panel: Page) => panel.getByRole('tab', { name: 'Agenda' }).click();
const topics = (panel: Page) => panel.getByLabel(/^Topic \d$/);
const text = (panel: Page, label: string) => panel.getByRole('textbox', { name: label, exact: true });

/** What is on the clipboard, pasted as a person would. */
async function pasted(session: Session): Promise<string> {
  const mail = await session.context.newPage();
  await mail.setContent('<textarea aria-label="Mail"></textarea>');
  await mail.getByLabel('Mail').focus();
  await mail.keyboard.press('ControlOrMeta+V');
  const letter = await mail.getByLabel('Mail').inputValue();
  await mail.close();
  return letter;
}

async function copyAgenda(panel: Page): Promise<void> {
  await panel.getByRole('button', { name: 'Copy agenda' }).click();
  await expect(panel.getByText('Copied. Paste it into an e-mail.')).toBeVisible();
}

async function setDate(panel: Page, day: string, time: string): Promise<void> {
  await panel.getByRole('button', { name: /^When/ }).click();
  await panel.getByLabel('Day', { exact: true }).fill(day);
  await panel.getByLabel('Time', { exact: true }).fill(time);
  await panel.getByLabel('Time', { exact: true }).blur();
}

async function invite(panel: Page, person: string): Promise<void> {
  await panel.getByRole('button', { name: '+ Add somebody' }).click();
  await text(panel, 'Add a name or an e-mail address').fill(person);
  await text(panel, 'Add a name or an e-mail address').press('Enter');
}

async function downloaded(panel: Page) {
  await panel.getByRole('button', { name: 'Share', exact: true }).click();
  const download = panel.waitForEvent('download');
  await panel.getByRole('menuitem', { name: 'Calendar file' }).click();
  const file = readFileSync(await (await download).path(), 'utf8');
  const event = Object.values(ical.sync.parseICS(file)).find((part) => part?.type === 'VEVENT');
  if (event?.type !== 'VEVENT') throw new Error('no event in the file');
  return { file, event };
}

test('a week of one deal: asked, agreed, held, told, promised, late, asked again', async ({ session }) => {
  const requests: string[] = [];
  session.context.on('request', (request) => requests.push(request.url()));

  // Monday: the gap is the agenda; what must not leave is seen before it does.
  const monday = await openAt(session, '2026-11-23T09:00:00Z');
  await agenda(monday);
  await expect(topics(monday)).toHaveCount(3);
  await expect(topics(monday).first()).toHaveValue('What have you tried so far, and where did it fall short?');
  await setDate(monday, '2026-11-26', '10:00');
  await invite(monday, 'Ana Ruiz <ana@acme.example>');
  await text(monday, 'What it is for').fill('See whether our champion can decide this.');
  await text(monday, 'What it is for').press('Enter');
  await expect(monday.getByText('1 word should not reach them.')).toBeVisible();
  await shoot(monday, 'meeting-1-leak');
  await monday.getByRole('button', { name: 'Copy agenda' }).click();
  await expect(monday.getByRole('alert')).toContainText('1 word should not reach them.');
  await monday.getByRole('button', { name: 'Look at it first' }).click();
  await monday.getByRole('button', { name: 'Write "contact"' }).click();
  await expect(text(monday, 'What it is for')).toHaveValue('See whether contact can decide this.');
  await text(monday, 'What it is for').fill('See whether you can decide this together.');
  await text(monday, 'What it is for').blur();
  await expect(monday.getByText('Nothing in it that should stay with you.')).toBeVisible();
  await copyAgenda(monday);
  const sent = await pasted(session);
  expect(sent).toContain('Thursday, 26 November 2026');
  expect(sent).toContain('With: Ana Ruiz');
  expect(sent).toContain('3. What have you already set aside');
  expect(sent).not.toMatch(/Smaller|firmness|champion/i);
  await expect(monday.getByText(/^Shared .+ They have not said yes to it\.$/)).toBeVisible();
  await expect(monday.getByRole('listitem').filter({ hasText: /^Shared$/ })).toHaveAttribute('aria-current', 'step');
  await shoot(monday, 'meeting-2-sent');

  // Tuesday: the customer adds a point, and agrees.
  const tuesday = await openAt(session, '2026-11-24T09:00:00Z');
  await agenda(tuesday);
  await tuesday.getByRole('button', { name: 'They changed it' }).click();
  await expect(tuesday.getByLabel('Who?')).toHaveValue('Ana Ruiz');
  await tuesday.getByRole('button', { name: 'Keep', exact: true }).click();
  await expect(tuesday.getByText('Put in what they changed')).toBeVisible();
  await tuesday.getByRole('button', { name: 'Add a topic' }).click();
  await text(tuesday, 'Topic 4').fill('What would the first week look like?');
  await text(tuesday, 'Topic 4').press('Enter');
  await expect(tuesday.getByText('Added: What would the first week look like?')).toBeVisible();
  await shoot(tuesday, 'meeting-3-changed');
  await tuesday.getByRole('button', { name: 'They agreed' }).click();
  await tuesday.getByRole('button', { name: 'Keep', exact: true }).click();
  await expect(tuesday.getByText(/^Agreed by Ana Ruiz, .* - a day ahead, or more\.$/)).toBeVisible();
  const minutes = await tuesday
    .getByLabel(/^Minutes for topic/)
    .evaluateAll((all) => all.map((input) => Number((input as HTMLInputElement).value)));
  expect(minutes.reduce((sum, each) => sum + each, 0)).toBe(25);
  await tuesday
    .getByRole('button', { name: /^Firmness|things to ask$/ })
    .first()
    .click();
  await tuesday.keyboard.press('Escape');

  // Thursday: one quiet screen, then two minutes.
  const thursday = await openAt(session, '2026-11-26T09:06:00Z');
  await agenda(thursday);
  await thursday.getByRole('button', { name: 'What happened to it' }).click();
  await thursday.getByRole('menuitem', { name: 'Meeting mode' }).click();
  await expect(thursday.getByText('24 minutes left')).toBeVisible();
  await text(thursday, 'Notes on topic 1').fill('Three shelves fell, and they bought the same again.');
  expect(await axeCheck(thursday)).toEqual([]);
  await shoot(thursday, 'meeting-4-during');
  await thursday.getByRole('button', { name: 'End and tell it' }).click();
  await expect(thursday.getByRole('heading', { name: 'How did it go?' })).toBeFocused();
  await expect(thursday.getByLabel('What exactly?').first()).toHaveValue(/Three shelves/);
  await thursday.getByRole('radiogroup', { name: 'Topic 2: how far did you get?' }).getByText('Partly').click();
  await thursday.getByLabel('What exactly?').nth(1).fill('Our lease ends on 31 January.');
  await thursday.getByRole('button', { name: '+ We promise' }).click();
  await thursday.getByLabel('What?').fill('the sum of what waiting costs');
  await thursday.getByLabel('By when?').fill('2026-11-27');
  await thursday.getByRole('button', { name: '+ They promise' }).click();
  await thursday.getByLabel('What?').nth(1).fill('the name of who finds the money');
  await shoot(thursday, 'meeting-5-telling');
  await thursday.getByRole('button', { name: 'Look it over' }).click();
  await expect(thursday.getByText(/A problem we are best at: said by Ana Ruiz today/)).toBeVisible();
  await expect(thursday.getByText(/Comes back next time: What have you already set aside/)).toBeVisible();
  expect(await axeCheck(thursday)).toEqual([]);
  await shoot(thursday, 'meeting-6-look');
  await thursday.getByRole('button', { name: 'Save', exact: true }).click();
  await thursday.getByRole('button', { name: 'Copy recap' }).click();
  await expect(thursday.getByText('Copied. Paste it into an e-mail.')).toBeVisible();
  const recap = await pasted(session);
  expect(recap).toContain('Ana Ruiz: Our lease ends on 31 January.');
  expect(recap).toContain('We: the sum of what waiting costs, by 27 Nov');
  await shoot(thursday, 'meeting-7-recap');
  await thursday.getByRole('tab', { name: 'Checklist' }).click();
  const row = thursday.locator('.checklist').getByRole('button', { name: /A problem we are best at/ });
  await expect(row).toContainText('Said');

  // Monday again: the promise is late, and stands first on the next agenda.
  const again = await openAt(session, '2026-11-30T09:00:00Z');
  await agenda(again);
  await expect(topics(again).first()).toHaveValue('What we owe you: the sum of what waiting costs');
  await expect(topics(again).nth(1)).toHaveValue(/What have you already set aside/);
  await expect(text(again, 'They bring')).toHaveValue(/As promised: the name of who finds the money/);
  await expect(again.getByLabel('Copy recap')).toHaveCount(0);
  await shoot(again, 'meeting-8-again');
  await again.getByRole('tab', { name: 'Deal' }).click();
  const late = again.locator('.promise').filter({ hasText: 'the sum of what waiting costs' });
  await expect(late).toContainText('late');
  await shoot(again, 'meeting-9-promises');
  await again.getByRole('button', { name: 'Kept: the sum of what waiting costs' }).click();
  await expect(late).toContainText('kept');

  expect(requests.filter((url) => !/^(chrome-extension|blob|data|about):/.test(url))).toEqual([]);
});

test('from a new deal to an agenda on the clipboard in two clicks', async ({ session }) => {
  const panel = await openAt(session, '2026-11-23T09:00:00Z');
  await agenda(panel);
  await copyAgenda(panel);
  const letter = await pasted(session);
  expect(letter).toContain('Agenda, 30 minutes\n1. What have you tried so far');
  expect(letter).toContain('Could you bring:\n- A recent example of where it fell short.');
});

test('a meeting that gives them nothing should be an e-mail', async ({ session }) => {
  const panel = await openAt(session, '2026-11-23T09:00:00Z');
  await agenda(panel);
  await text(panel, 'What they get').fill('');
  await expect(panel.getByText('This could be an e-mail.')).toBeVisible();
  await expect(panel.getByRole('link', { name: 'Ask by mail' })).toHaveAttribute('href', /^mailto:\?subject=Some/);
  await shoot(panel, 'meeting-instead');
  await panel.locator('.offer').first().click();
  await expect(panel.getByText('This could be an e-mail.')).toBeHidden();
  await expect(text(panel, 'What they get')).not.toHaveValue('');
});

test('the calendar file is read by another program, and a second one replaces the first', async ({ session }) => {
  const panel = await openAt(session, '2026-11-23T09:00:00Z');
  await agenda(panel);
  await text(panel, 'What it is for').fill('Größe und Maß der Regale für Straßkirchen, 漢字, 🪜; alles, was zählt.');
  await text(panel, 'What it is for').blur();
  await panel.getByRole('button', { name: 'Share', exact: true }).click();
  await expect(panel.getByRole('menuitem', { name: 'Calendar file' })).toHaveAttribute('aria-disabled', 'true');
  await panel.keyboard.press('Escape');
  await setDate(panel, '2026-12-01', '09:30');
  const first = await downloaded(panel);
  expect(first.event.start.toISOString()).toBe('2026-12-01T08:30:00.000Z');
  expect(first.event.end?.toISOString()).toBe('2026-12-01T09:00:00.000Z');
  expect(first.event.summary).toContain('Straßkirchen, 漢字, 🪜; alles');
  expect(Math.max(...first.file.split('\r\n').map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
  await panel.getByLabel('Time', { exact: true }).fill('');
  await panel.getByLabel('Time', { exact: true }).blur();
  await expect(panel.getByRole('button', { name: /^When/ })).toHaveText(/Tuesday, 1 December 2026$/);
  const second = await downloaded(panel);
  expect(second.event.uid).toBe(first.event.uid);
  expect(Number(second.event.sequence)).toBe(1);
  expect(second.event.datetype).toBe('date');

  await panel.getByRole('button', { name: 'Share', exact: true }).click();
  const google = await panel.getByRole('menuitem', { name: 'Google Calendar' }).getAttribute('href');
  expect(new URL(google ?? '').searchParams.get('dates')).toBe('20261201/20261202');
  for (const name of ['Google Calendar', 'Outlook']) {
    const link = panel.getByRole('menuitem', { name });
    await expect(link).toHaveAttribute('target', '_blank');
    await expect(link).toHaveAttribute('rel', 'noreferrer');
  }
});

test('an agreement to an older agenda ends when the newer one is sent', async ({ session }) => {
  const panel = await openAt(session, '2026-11-23T09:00:00Z');
  await agenda(panel);
  await copyAgenda(panel);
  await panel.getByRole('button', { name: 'They agreed' }).click();
  await panel.getByLabel('Who?').fill('Ana Ruiz');
  await panel.getByRole('button', { name: 'Keep', exact: true }).click();
  await expect(panel.getByText(/^Agreed by Ana Ruiz/)).toBeVisible();
  await text(panel, 'They bring').fill('Your numbers');
  await text(panel, 'They bring').blur();
  await expect(panel.getByText('You changed 2 things since they agreed.', { exact: false })).toBeVisible();
  await expect(panel.getByText(/^Agreed by Ana Ruiz/)).toBeVisible();
  await panel.clock.setFixedTime('2026-11-23T09:05:00Z');
  await panel.getByRole('button', { name: 'Copy agenda' }).click();
  await expect(panel.getByText(/They have not said yes to it\.$/)).toBeVisible();
  await panel.getByRole('button', { name: 'Shared before' }).click();
  await expect(panel.locator('.as-sent')).toHaveCount(2);
  await expect(panel.locator('.as-sent').first()).toContainText('Your numbers');
});

test('a draft is said to be one the day before; a meeting that is over is asked after', async ({ session }) => {
  const panel = await openAt(session, '2026-11-23T09:00:00Z');
  await agenda(panel);
  await setDate(panel, '2026-11-26', '10:00');
  await expect(panel.getByText('Saved').first()).toBeVisible();
  await panel.close();
  const eve = await openAt(session, '2026-11-25T12:00:00Z');
  await expect(eve.getByText('This meeting is tomorrow, and its agenda is still a draft.')).toBeVisible();
  await shoot(eve, 'meeting-eve');
  await eve.close();
  const after = await openAt(session, '2026-11-28T09:00:00Z');
  await expect(after.getByRole('region', { name: 'How did the meeting go?' })).toBeVisible();
  expect(await axeCheck(after)).toEqual([]);
  await after.getByRole('button', { name: 'It did not take place' }).click();
  await expect(after.getByText('How did the meeting go?')).toBeHidden();
});

test('names of competitors, and notes of one’s own, are held back', async ({ session }) => {
  const panel = await openAt(session, '2026-11-23T09:00:00Z');
  await agenda(panel);
  await panel.getByLabel('Competitors they must not read here').fill('Globex, Initech');
  await panel.getByLabel('Competitors they must not read here').blur();
  await text(panel, 'You bring').fill('How we differ from Globex');
  await expect(panel.getByText('"Globex" is a competitor.')).toBeVisible();
  await panel.getByRole('button', { name: 'Write "another supplier"' }).click();
  await expect(text(panel, 'You bring')).toHaveValue('How we differ from another supplier');
  // What the browser cuts off is said.
  await panel.keyboard.insertText('!'.repeat(2000));
  await expect(panel.getByText('1000 characters, and no more fit here.')).toBeVisible();
  await text(panel, 'You bring').fill('How we differ from another supplier');
  await expect(panel.getByText('and no more fit here')).toBeHidden();
  await panel.reload();
  await expect(panel.getByLabel('Competitors they must not read here')).toHaveValue('Globex, Initech');
});

test('what is typed outlives a tab that is closed in the same second, in the letter and in the debrief', async ({
  session,
}) => {
  const panel = await openAt(session, '2026-11-23T09:00:00Z');
  await agenda(panel);
  await text(panel, 'Topic 2').fill('What changes in January?');
  await panel.close();
  const again = await openAt(session, '2026-11-23T09:01:00Z');
  await expect(text(again, 'Topic 2')).toHaveValue('What changes in January?');
  await again.getByRole('button', { name: 'What happened to it' }).click();
  await again.getByRole('menuitem', { name: 'It was held' }).click();
  await again.getByRole('button', { name: 'Tell it' }).click();
  await again.getByRole('radiogroup', { name: 'Topic 1: how far did you get?' }).getByText('Answered').click();
  await again.getByLabel('What exactly?').fill('Nobody owns it');
  await again.close();
  const told = await openAt(session, '2026-11-23T09:02:00Z');
  await told.getByRole('button', { name: 'Tell it' }).click();
  await expect(told.getByLabel('What exactly?')).toHaveValue('Nobody owns it');
});

test('the toolbar icon counts late promises', async ({ session }) => {
  const panel = await openAt(session, '2026-11-23T09:00:00Z');
  const badge = async () => {
    const worker = await session.worker();
    return worker.evaluate('chrome.action.getBadgeText({})');
  };
  await panel.getByRole('tab', { name: 'Deal' }).click();
  await panel.getByRole('button', { name: '+ We promise' }).click();
  await panel.getByLabel('What?').fill('send the draft');
  await panel.getByLabel('By when?').fill('2026-11-20');
  await panel.getByRole('button', { name: 'Add', exact: true }).click();
  await expect.poll(badge).toBe('1');
  await panel.getByRole('button', { name: 'Kept: send the draft' }).click();
  await expect.poll(badge).toBe('');
});

test('a note for the CRM is copied at the length that its field has', async ({ session }) => {
  const panel = await openAt(session, '2026-11-23T09:00:00Z');
  await panel.getByRole('tab', { name: 'Deal' }).click();
  await panel.getByRole('button', { name: 'Copy a note of at most 255 characters' }).click();
  await expect(panel.getByText(/^Copied \d+ characters\.$/)).toBeVisible();
  const short = await pasted(session);
  await panel.getByRole('button', { name: 'Copy a note of at most 4,000 characters' }).click();
  const long = await pasted(session);
  expect(short.length).toBeLessThanOrEqual(255);
  expect(long.length).toBeGreaterThan(255);
  expect(long).toContain('Ask next: What have you tried so far, and where did it fall short?');
  expect(long).toContain('Next meeting: no date yet.');
});

test('topics are moved, and the whole way is gone, by keyboard', async ({ session }) => {
  const panel = await openAt(session, '2026-11-23T09:00:00Z');
  await panel.getByRole('tab', { name: 'Checklist' }).focus();
  for (const _ of ['Urgency', 'Agenda']) await panel.keyboard.press('ArrowRight');
  const first = await topics(panel).first().inputValue();
  await panel.getByRole('button', { name: 'Topic 1: move or take out' }).focus();
  await panel.keyboard.press('ArrowDown');
  await expect(topics(panel).nth(1)).toHaveValue(first);
  await expect(panel.getByRole('button', { name: 'Topic 2: move or take out' })).toBeFocused();
  await panel.keyboard.press('ArrowUp');
  await expect(topics(panel).first()).toHaveValue(first);
  await panel.getByRole('button', { name: 'Copy agenda' }).focus();
  await panel.keyboard.press('Enter');
  await expect(panel.getByText('Copied. Paste it into an e-mail.')).toBeVisible();
  await panel.getByRole('button', { name: 'They agreed' }).focus();
  await panel.keyboard.press('Enter');
  await expect(panel.getByLabel('Who?')).toBeFocused();
  await panel.keyboard.type('Ana Ruiz');
  await panel.keyboard.press('Enter');
  await expect(panel.getByText(/^Agreed by Ana Ruiz/)).toBeVisible();
});

test.describe('in Berlin', () => {
  test.use({ browserOptions: { timezone: 'Europe/Berlin', locale: 'en-GB' } });

  test('every screen is fit for readers, and 320 pixels wide', async ({ session }) => {
    const panel = await openAt(session, '2026-11-23T09:00:00Z', { width: 320, height: 1400 });
    const fits = (name: string) => looksWell(panel, `meeting-${name}`, { sizes: [[320, 1400]] });
    await agenda(panel);
    await setDate(panel, '2026-11-26', '10:00');
    await invite(panel, 'Ana Ruiz');
    await text(panel, 'Topic 1').fill('Where is the pain, and who is the economic buyer?');
    await text(panel, 'Topic 1').blur();
    await fits('letter');
    await panel.getByRole('button', { name: 'Copy agenda' }).click();
    await panel.getByRole('button', { name: 'Share it all the same' }).click();
    await panel.getByRole('button', { name: 'They agreed' }).click();
    await fits('sent');
    await panel.getByRole('button', { name: 'What happened to it' }).click();
    await panel.getByRole('menuitem', { name: 'Meeting mode' }).click();
    await text(panel, 'Notes on topic 1').fill('Their words');
    await fits('during');
    await panel.getByRole('button', { name: 'End and tell it' }).click();
    await panel.getByRole('button', { name: '+ We promise' }).click();
    await panel.getByLabel('What?').fill('the sum of what waiting costs');
    await fits('telling');
    await panel.getByRole('button', { name: 'Look it over' }).click();
    await fits('look');
    await panel.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(panel.getByRole('heading', { name: 'Recap for them' })).toBeVisible();
    await fits('recap');
    await panel.getByRole('tab', { name: 'Deal' }).click();
    await fits('deal');
  });
});
