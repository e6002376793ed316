/** What the bench fills a database with: deals with thirty answers each, the same on every machine. */
import { type Answer, freshAnswer, RUNGS, VERDICTS } from '../../../lib/domain/answer';
import { opId } from '../../../lib/domain/clock';
import { addDays, dayOf, type Instant } from '../../../lib/domain/day';
import type { DealKey, DealSnapshot } from '../../../lib/domain/deal';
import { answerKey, type Op, SNAPSHOT_KEY } from '../../../lib/domain/op';
import { versionOf } from '../../../lib/domain/playbook';
import { basics } from '../../../lib/playbooks/basics';

export const AUTHOR = 'be'.repeat(8);
export const ANSWERS = 30;
const DAY_MS = 86_400_000;

/** The questions of The Basics, and then those of a playbook that the deal had before. */
const QUESTIONS = Array.from(
  { length: ANSWERS },
  (_, index) => basics.questions[index]?.id ?? `before.question${index}`,
);

/** A deal that no page shows: number `n` of an org of the bench's own. */
export function madeDeal(n: number): DealKey {
  return `salesforce:bench:006${n.toString().padStart(12, '0')}AAA`;
}

const STAGES = ['Prospecting', 'Discovery', 'Value Proposition', 'Proposal/Price Quote', 'Negotiation/Review'];
const WARES = ['Pumps', 'Valves', 'Robots', 'Sensors', 'Presses', 'Line', 'Renewal'];

/** What the page of one deal showed, before any of its answers was given. */
export function pageOp(deal: DealKey, n: number, now: Instant): Op {
  const at = now - 21 * DAY_MS + n;
  const shown = (text: string) => ({ text, from: 'detail', value: text });
  const amount = 5_000 + ((n * 7919) % 99_991) * 10;
  const value: DealSnapshot = {
    deal,
    url: `https://bench.lightning.force.com/lightning/r/Opportunity/${deal.split(':').at(-1)}/view`,
    seenAt: at,
    fields: {
      name: shown(`${WARES[n % WARES.length]} for plant ${n}`),
      account: shown(`Customer ${(n * 31) % 997}`),
      stage: shown(STAGES[n % STAGES.length] ?? ''),
      amount: { text: `$${amount}`, from: 'detail', value: { minor: amount * 100, currency: 'USD' } },
      closeDate: shown(addDays(dayOf(now, 0), (n % 300) - 20)),
      owner: shown(`Seller ${n % 40}`),
    },
  };
  return {
    id: opId({ ms: at, counter: 0 }, AUTHOR, n.toString(16).padStart(8, '0')),
    kind: 'snapshot.seen',
    subject: deal,
    key: SNAPSHOT_KEY,
    value,
    by: AUTHOR,
    version: null,
    scope: 'local',
  };
}

/** The answers of one deal, given over the 20 days before `now`; `n` tells deals apart. */
export function answerOps(deal: DealKey, n: number, now: Instant): Op[] {
  return QUESTIONS.map((question, index) => {
    const at = now - 20 * DAY_MS + n * 20 + index * (DAY_MS / 2);
    return {
      id: opId({ ms: at, counter: index }, AUTHOR, n.toString(16).padStart(8, '0')),
      kind: 'answer.set',
      subject: deal,
      key: answerKey(question),
      value: answer(n + index, at),
      by: AUTHOR,
      version: versionOf(basics),
      scope: 'local',
    };
  });
}

function answer(n: number, at: Instant): Answer {
  const verdict = VERDICTS[n % 3] ?? 'yes';
  return {
    ...freshAnswer(verdict, dayOf(at, 0)),
    rung: RUNGS[n % RUNGS.length] ?? 'guess',
    who: `Ana Ruiz ${n % 50}`,
    quote: `"We lose two days each month end, and the auditors come on the 31st" (${n})`,
  };
}
