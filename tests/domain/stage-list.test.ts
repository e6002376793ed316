import { expect, it } from 'vitest';
import { foldOps } from '../../lib/domain/fold';
import { fieldKey, stageKey } from '../../lib/domain/op';
import { stageList } from '../../lib/domain/stage-list';
import { summaryOf } from '../../lib/domain/summary';
import { DEAL, ME, op, seenOp } from './ops';

const docs = (...ops: Parameters<typeof foldOps>[0][]) => ops.map((own) => foldOps(own)).filter((doc) => doc !== null);
const stage = (text: string) => ({ stage: { text, value: text } });
const mapped = (ms: number, name: string, value: string | null, subject = 'salesforce:acme') =>
  op(ms, { kind: 'stage.mapped', subject, key: stageKey(name), value });

it('lists each stage once, as it was shown, what nobody knows first and then in the order of the steps', () => {
  const deals = docs(
    [seenOp(1, stage('Proposal/Price Quote'))],
    [{ ...seenOp(2, stage('Solution  Fit')), subject: `${DEAL}2` }],
    [{ ...seenOp(3, stage('solution fit')), subject: `${DEAL}3` }],
    [op(4, { subject: `${DEAL}4`, kind: 'field.typed', key: fieldKey('stage'), value: 'Discovery' })],
  );
  expect(stageList(deals, [], [ME])).toEqual([
    {
      org: 'salesforce:acme',
      stages: [
        { name: 'Solution  Fit', step: null, usual: null, own: false },
        { name: 'Discovery', step: 'discover', usual: 'discover', own: false },
        { name: 'Proposal/Price Quote', step: 'propose', usual: 'propose', own: false },
      ],
    },
  ]);
  expect(stageList(deals.map(summaryOf), [], [ME])).toEqual(stageList(deals, [], [ME]));
});

it('says what a person set, and goes back to the usual when that is cleared', () => {
  const deals = docs([seenOp(1, stage('Discovery'))]);
  const set = docs([mapped(2, 'discovery', 'validate'), mapped(3, 'legal', 'commit')]);
  expect(stageList(deals, set, [ME])[0]?.stages).toEqual([
    { name: 'Discovery', step: 'validate', usual: 'discover', own: true },
    { name: 'legal', step: 'commit', usual: null, own: true },
  ]);
  const cleared = docs([mapped(2, 'discovery', 'validate'), mapped(3, 'discovery', null)]);
  expect(stageList(deals, cleared, [ME])[0]?.stages).toEqual([
    { name: 'Discovery', step: 'discover', usual: 'discover', own: false },
  ]);
});

it('keeps orgs apart', () => {
  const [here, there] = [
    seenOp(1, stage('Legal')),
    { ...seenOp(1, stage('Legal')), subject: 'salesforce:globex:0061' },
  ];
  const set = docs([mapped(2, 'legal', 'commit', 'salesforce:globex')]);
  expect(stageList(docs([here], [there]), set, [ME]).map(({ org, stages }) => [org, stages[0]?.step])).toEqual([
    ['salesforce:acme', null],
    ['salesforce:globex', 'commit'],
  ]);
});
