/** A pre-mortem that is sealed while the deal is open, and what is told when it is over. */
import { expect, test } from './extension.ts';
import { looksWell } from './looks.ts';
import { answered, bring, daysAgo, seen } from './seeded.ts';

const DEAL = 'salesforce:acme:0067Q00000ARuZXQA1';
const REASON = 'Their own people build it, as they did two years ago.';

test.use({ browserOptions: { viewport: { width: 360, height: 1400 } } });

test('what was sealed from the proposal on opens when the deal is over, beside what it teaches', async ({
  page,
  session,
}) => {
  const shown = { name: 'Acme - 1,200 Widgets', account: 'Acme' };
  await bring(page, session, [
    seen(DEAL, daysAgo(30), { ...shown, stage: 'Proposal/Price Quote' }),
    answered(DEAL, daysAgo(20), 'fit.owner', 'yes', 'said', { who: 'Ana Ruiz' }),
    answered(DEAL, daysAgo(20), 'urgency.event', 'yes', 'guess'),
  ]);
  const look = (name: string) => looksWell(page, name, { sizes: [[320, 1900]] });
  await page.goto(session.url(`panel.html?deal=${DEAL}`));
  await page.getByRole('tab', { name: 'Deal' }).click();
  await page.getByLabel('What will be the likeliest reason?').fill(REASON);
  await page.getByRole('button', { name: 'Seal it' }).click();
  await expect(page.getByText(/^Sealed .*It opens when you say how the deal ended/)).toBeVisible();
  await expect(page.getByText(REASON)).toHaveCount(0);
  await page.reload();
  await expect(page.getByText(/^Sealed /)).toBeVisible();
  expect(await page.locator('body').innerText()).not.toContain(REASON);
  await look('close-sealed');

  await bring(page, session, [seen(DEAL, daysAgo(0), { ...shown, stage: 'Closed Lost' })]);
  await page.goto(session.url(`panel.html?deal=${DEAL}`));
  await page.getByRole('tab', { name: 'Checklist' }).click();
  await page.getByRole('button', { name: 'Tell it' }).click();
  await expect(page.getByText(REASON)).toHaveCount(0);
  const block = page.getByRole('region', { name: 'What this deal teaches' });
  await block.getByText('No decision', { exact: true }).click();
  await expect(block.getByText(REASON)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Tell it' })).toHaveCount(0);
  await block.getByLabel('What nearly stopped it?').fill('Nobody there had the time to move the old data.');
  await page.keyboard.press('Enter');
  const line = block.getByRole('group', { name: 'What nearly stopped it?' });
  await line.getByText('They said so', { exact: true }).click();
  await line.getByLabel('Who said it?').fill('Ana Ruiz');
  await page.keyboard.press('Enter');
  await expect(line.locator('.saved')).toBeVisible();
  await block.getByText('Something happens, on a date').click();
  await expect(block.locator('.otherwise .saved')).toBeVisible();
  await look('close-told');

  await page.reload();
  await expect(block.getByLabel('What nearly stopped it?')).toHaveValue(
    'Nobody there had the time to move the old data.',
  );
  await expect(line.getByRole('radio', { name: 'They said so' })).toBeChecked();
  await expect(line.getByLabel('Who said it?')).toHaveValue('Ana Ruiz');
  await expect(block.getByRole('checkbox', { name: /Something happens/ })).toBeChecked();
  await expect(block.getByRole('checkbox', { name: /Someone owns/ })).not.toBeChecked();

  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto(session.url('review.html#view=numbers'));
  const held = page.getByRole('region', { name: 'How answers held' });
  await expect(held.getByRole('row', { name: /^Said 1 0/ })).toBeVisible();
  await expect(held.getByRole('row', { name: /^Guess 0 1/ })).toContainText('Too few to say');
  await held.scrollIntoViewIfNeeded();
  await looksWell(page, 'close-calibration', { sizes: [[1280, 900]] });
});
