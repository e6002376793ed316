import { describe, expect, it } from 'vitest';
import { PHASES } from '../../lib/domain/phase';
import { tooMany } from '../../lib/domain/playbook-change';
import { parsePlaybook, printPlaybook } from '../../lib/domain/playbook-file';
import { shelf } from '../../lib/playbooks/shelf';

/** Words of the trade: a customer who reads one knows that a method is being worked through. */
const JARGON =
  /\b(champions?|pains?|metrics?|qualif\w*|clos(e[ds]?|ing)|budget[- ]holders?|decision[- ]makers?|decision criteria|economic buyers?|stakeholders?|pipeline|compelling|competitors?|deals?|prospects?|BANT|CHAMP|GPCT\w*|MEDDP?I?C+|PACT|SCOTSMAN|SPICED)\b/i;

/**
 * Answers of years hang on these ids. Adding one is fine; one that is renamed, or gone, or that
 * means something else now, orphans what sellers wrote. Retire it in its playbook instead.
 */
const FROZEN = {
  basics: [
    'fit.sweetSpot',
    'fit.owner',
    'urgency.event',
    'urgency.commitment',
    'urgency.cost',
    'buying.path',
    'buying.decider',
    'value.measure',
    'rivals.alternatives',
    'value.difference',
    'people.champion',
    'value.agreed',
    'buying.paper',
    'plan.mutual',
    'buying.deciderSeen',
    'commit.decision',
    'commit.openIssues',
  ],
  'urgency-only': ['urgency.event', 'urgency.date', 'urgency.owner', 'urgency.consequence'],
  bant: ['bant.need', 'bant.timing', 'bant.budget', 'bant.authority'],
  champ: ['champ.challenges', 'champ.authority', 'champ.money', 'champ.priority'],
  pact: ['pact.target', 'pact.pain', 'pact.authority', 'pact.consequence'],
  spiced: ['spiced.situation', 'spiced.pain', 'spiced.impact', 'spiced.criticalEvent', 'spiced.decision'],
  meddpicc: [
    'meddpicc.pain',
    'meddpicc.metrics',
    'meddpicc.economicBuyer',
    'meddpicc.decisionCriteria',
    'meddpicc.decisionProcess',
    'meddpicc.champion',
    'meddpicc.competition',
    'meddpicc.paperProcess',
  ],
  gpctba: [
    'gpctba.goals',
    'gpctba.challenges',
    'gpctba.plans',
    'gpctba.timeline',
    'gpctba.budget',
    'gpctba.authority',
    'gpctba.consequences',
    'gpctba.implications',
  ],
  scotsman: [
    'scotsman.need',
    'scotsman.solution',
    'scotsman.size',
    'scotsman.timescales',
    'scotsman.money',
    'scotsman.authority',
    'scotsman.competition',
    'scotsman.originality',
  ],
};

const questions = shelf.flatMap((playbook) => playbook.questions);

describe('the shelf', () => {
  it('keeps every id that an answer may hang on', () => {
    const ids = Object.fromEntries(
      shelf.map((playbook) => [playbook.id, playbook.questions.map(({ id }) => id).concat(playbook.retired ?? [])]),
    );
    for (const [playbook, frozen] of Object.entries(FROZEN))
      expect(ids[playbook]).toEqual(expect.arrayContaining(frozen));
  });

  it('gives no id to two questions, but the event, which The Basics and Urgency only both ask for', () => {
    const ids = questions.map(({ id }) => id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual(['urgency.event']);
  });

  it('links only to questions that are there, and never a question to itself', () => {
    for (const { id, sameAs = [] } of questions) {
      for (const other of sameAs) {
        expect(other).not.toBe(id);
        expect(questions.map((question) => question.id)).toContain(other);
      }
    }
  });
});

describe.each(shelf)('the playbook "$name"', (playbook) => {
  const { id, origin } = playbook;

  it('is a playbook like one from a file', () => {
    expect(parsePlaybook(printPlaybook(playbook))).toEqual({ ok: true, playbook, unknown: [] });
  });

  it('asks for no more than people answer, in the order of the phases', () => {
    const phases = playbook.questions.map(({ phase }) => PHASES.indexOf(phase));
    expect(phases).toEqual(phases.toSorted((a, b) => a - b));
    expect(tooMany(playbook)).toEqual([]);
    if (id !== 'basics') expect([3, 4, 5, 6, 7, 8]).toContain(playbook.questions.length);
  });

  it('says where it comes from', () => {
    expect(origin).toMatch(/our|own/i);
  });

  it.each(playbook.questions)('says $id whole, and in words for whom it is for', (question) => {
    for (const text of [question.prompt, question.proof, question.why, question.gives, question.coach, question.ask]) {
      expect(text.length).toBeGreaterThan(15);
      expect(text.length).toBeLessThan(140);
    }
    expect(question.short.length).toBeLessThan(34);
    expect(question.ask).toMatch(/\?$/);
    expect(`${question.ask} ${question.gives}`).not.toMatch(JARGON);
    expect(question.recheckOn.length).toBeGreaterThan(0);
  });

  it('keeps to its own namespace', () => {
    if (id === 'basics') return;
    const names = new Set(playbook.questions.map((question) => question.id.split('.')[0]));
    expect([...names]).toEqual([id === 'urgency-only' ? 'urgency' : id]);
  });
});
