/**
 * A past for a deal: ops as earlier days would have left them, brought in through the door that
 * a person uses, a backup file on the options page.
 */
import { expect, type Page } from '@playwright/test';
import { type Answer, freshAnswer, type Rung, type Verdict } from '../../lib/domain/answer';
import { opId, timeOf } from '../../lib/domain/clock';
import { addDays, type IsoDay } from '../../lib/domain/day';
import type { DealKey, DealSnapshot, Field } from '../../lib/domain/deal';
import { DECISION_KEY, type Decision } from '../../lib/domain/decision';
import { personKey } from '../../lib/domain/habit';
import type { Meeting } from '../../lib/domain/meeting';
import { meetingKey, promiseKey } from '../../lib/domain/meeting-log';
import { type AuthorId, answerKey, NAME_KEY, type Op, SNAPSHOT_KEY } from '../../lib/domain/op';
import { PACK_TAIL, type PackHeader, packBody, packHead } from '../../lib/domain/pack';
import type { DealPromise } from '../../lib/domain/promise';
import type { Session } from './session.ts';

const AUTHOR = 'a1'.repeat(8);

/** The day that it is for the browser, which runs in UTC here. */
export const today = (): IsoDay => new Date().toISOString().slice(0, 10);
export const daysAgo = (count: number): IsoDay => addDays(today(), -count);

let counter = 0;

/** An op of a day, at noon; of today, at this moment. Later calls come later. */
function op(deal: DealKey, day: IsoDay, rest: Pick<Op, 'kind' | 'key' | 'value'>): Op {
  counter += 1;
  const ms = day === today() ? Date.now() : Date.parse(`${day}T12:00:00Z`);
  const id = opId({ ms, counter }, AUTHOR, '00000000');
  return { id, subject: deal, by: AUTHOR, version: 'basics@1', scope: 'local', ...rest };
}

/** What the page showed on a day. A close date is given as an ISO day. */
export function seen(deal: DealKey, day: IsoDay, shown: { [F in Field]?: string }): Op {
  const text = (field: Field) => {
    const value = shown[field];
    return value === undefined ? null : { text: value, from: 'detail', value };
  };
  const amount = shown.amount;
  const value: DealSnapshot = {
    deal,
    url: `https://acme.lightning.force.com/lightning/r/Opportunity/${deal.split(':').at(-1)}/view`,
    seenAt: Date.parse(`${day}T12:00:00Z`),
    fields: {
      name: text('name'),
      account: text('account'),
      stage: text('stage'),
      amount: amount
        ? { text: `$${amount}`, from: 'detail', value: { minor: Number(amount) * 100, currency: 'USD' } }
        : null,
      closeDate: text('closeDate'),
      owner: text('owner'),
    },
  };
  return op(deal, day, { kind: 'snapshot.seen', key: SNAPSHOT_KEY, value });
}

/** An answer that was saved on a day, with that day's evidence. */
export function answered(
  deal: DealKey,
  day: IsoDay,
  question: string,
  verdict: Verdict,
  rung: Rung | null,
  more: Partial<Answer> = {},
): Op {
  const value: Answer = { ...freshAnswer(verdict, day), rung, who: 'Ana Ruiz', ...more };
  return op(deal, day, { kind: 'answer.set', key: answerKey(question), value });
}

/** A promise as it stood on a day. */
export function promised(deal: DealKey, day: IsoDay, value: DealPromise): Op {
  return op(deal, day, { kind: 'promise.set', key: promiseKey(value.id), value });
}

/** A meeting as it stood on a day. */
export function met(deal: DealKey, day: IsoDay, value: Meeting): Op {
  return op(deal, day, { kind: 'meeting.set', key: meetingKey(value.id), value });
}

/** What was decided on a day. */
export function decided(deal: DealKey, day: IsoDay, value: Decision): Op {
  return op(deal, day, { kind: 'decision.set', key: DECISION_KEY, value });
}

/** What somebody else calls themselves; `of` is anything that they did. */
export function named(of: Op, by: AuthorId, name: string): Op {
  const before = opId({ ms: timeOf(of.id), counter: 0 }, by, '00000001');
  return { ...of, id: before, kind: 'person.named', subject: personKey(by), key: NAME_KEY, value: name, by };
}

/** Brings ops into the profile as a backup of this person's own; what was marked as others' stays theirs. */
export async function bring(page: Page, session: Session, ops: readonly Op[], author = AUTHOR): Promise<void> {
  const header: PackHeader = {
    product: 'footing',
    kind: 'backup',
    format: 1,
    made: new Date().toISOString(),
    app: '0.1.0',
    ops: ops.length,
    authors: [author],
  };
  const own = ops.map((one) => (one.by === AUTHOR ? { ...one, by: author } : one));
  const text = packHead(header) + packBody(own, true) + PACK_TAIL;
  await page.goto(session.url('options.html#data'));
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'backup.json', mimeType: '', buffer: Buffer.from(text) });
  await page.getByRole('button', { name: 'Add to what is here' }).click();
  await expect(page.getByText(/^Added \d+ changes?\.$/)).toBeVisible();
}
