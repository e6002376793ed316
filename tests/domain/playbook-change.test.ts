import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Playbook, Question } from '../../lib/domain/playbook';
import {
  blankQuestion,
  diffPlaybooks,
  following,
  isChange,
  nextVersion,
  ownCopy,
  type PlaybookChange,
  putInto,
  shifted,
  tooMany,
  trimmed,
} from '../../lib/domain/playbook-change';
import { choosePlaybook, type DealFacts, withRule, withRuleMoved } from '../../lib/domain/playbook-choice';
import { bant } from '../../lib/playbooks/bant';
import { basics } from '../../lib/playbooks/basics';
import { meddpicc } from '../../lib/playbooks/meddpicc';

const ids = (questions: readonly Question[]) => questions.map(({ id }) => id);
const authority = bant.questions[3] as Question;

describe('the next version', () => {
  it('rewords, adds, moves and retires, and counts one up', () => {
    const next = nextVersion(bant, [
      { do: 'change', id: 'bant.need', to: { prompt: 'They need it and say so', weight: 2 } },
      { do: 'add', question: { ...authority, id: 'bant.fit' }, before: 'bant.timing' },
      { do: 'move', id: 'bant.authority', before: 'bant.budget' },
      { do: 'retire', id: 'bant.timing' },
    ]);
    expect(next.version).toBe(2);
    expect(ids(next.questions)).toEqual(['bant.need', 'bant.fit', 'bant.authority', 'bant.budget']);
    expect(next.questions[0]).toMatchObject({ id: 'bant.need', prompt: 'They need it and say so', weight: 2 });
    expect(next.retired).toEqual(['bant.timing']);
    expect(bant.version).toBe(1);
  });

  it('is the same one where nothing changes', () => {
    expect(nextVersion(bant, [])).toBe(bant);
    expect(nextVersion(bant, [{ do: 'change', id: 'bant.need', to: { weight: 3 } }])).toBe(bant);
    expect(nextVersion(bant, [{ do: 'move', id: 'bant.need', before: 'bant.timing' }])).toBe(bant);
    expect(nextVersion(bant, [{ do: 'move', id: 'bant.need', before: 'bant.need' }])).toBe(bant);
  });

  it.each<[string, PlaybookChange]>([
    ['an id that stands', { do: 'add', question: authority, before: null }],
    ['a question that is not there', { do: 'change', id: 'bant.gone', to: { weight: 1 } }],
    ['a place that is not there', { do: 'move', id: 'bant.need', before: 'bant.gone' }],
  ])('refuses %s', (_, change) => {
    expect(() => nextVersion(bant, [change])).toThrow(RangeError);
  });

  it('never gives a retired id again', () => {
    const without = nextVersion(bant, [{ do: 'retire', id: 'bant.authority' }]);
    expect(() => nextVersion(without, [{ do: 'add', question: authority, before: null }])).toThrow(RangeError);
  });
});

describe('the difference between two versions', () => {
  it('names what is new, gone, reworded and moved', () => {
    const next = nextVersion(bant, [
      { do: 'rename', name: 'BANT, ours' },
      { do: 'change', id: 'bant.need', to: { weight: 2 } },
      { do: 'add', question: { ...authority, id: 'bant.fit' }, before: null },
      { do: 'move', id: 'bant.authority', before: 'bant.need' },
      { do: 'retire', id: 'bant.timing' },
    ]);
    const diff = diffPlaybooks(bant, next);
    expect(diff.renamed).toEqual({ from: 'BANT', to: 'BANT, ours' });
    expect(ids(diff.added)).toEqual(['bant.fit']);
    expect(ids(diff.retired)).toEqual(['bant.timing']);
    expect(diff.changed.map(({ question, fields }) => [question.id, fields])).toEqual([
      ['bant.need', [{ field: 'weight', from: 3, to: 2 }]],
    ]);
    expect(diff.moved).toEqual(['bant.authority']);
  });

  it('is empty exactly between a playbook and itself, and names one move as one', () => {
    const order = fc.shuffledSubarray([...meddpicc.questions], { minLength: meddpicc.questions.length });
    fc.assert(
      fc.property(order, fc.nat(7), fc.nat(7), (questions, from, to) => {
        const a: Playbook = { ...meddpicc, questions };
        expect(diffPlaybooks(a, a)).toEqual({ renamed: null, added: [], retired: [], changed: [], moved: [] });
        const [id, before] = [questions[from]?.id ?? '', questions[to]?.id ?? ''];
        const b = nextVersion(a, [{ do: 'move', id, before }]);
        expect(diffPlaybooks(a, b).moved).toHaveLength(b === a ? 0 : 1);
      }),
    );
  });
});

describe('moving a question by one place', () => {
  const inPhase = (playbook: Playbook, phase: Question['phase']) =>
    ids(playbook.questions.filter((question) => question.phase === phase));
  const move = (playbook: Playbook, id: string, by: -1 | 1) => nextVersion(playbook, shifted(playbook, id, by));

  it('goes within the phase, then over its edge', () => {
    const up = move(basics, 'buying.path', -1);
    expect(inPhase(up, 'discover').slice(0, 2)).toEqual(['buying.path', 'urgency.cost']);
    const over = move(up, 'buying.path', -1);
    expect(inPhase(over, 'qualify').at(-1)).toBe('buying.path');
    expect(inPhase(move(over, 'buying.path', 1), 'discover')[0]).toBe('buying.path');
  });

  it('does nothing at the ends', () => {
    expect(shifted(basics, 'fit.sweetSpot', -1)).toEqual([]);
    expect(shifted(basics, 'commit.openIssues', 1)).toEqual([]);
  });

  it('comes back with the step back, from anywhere in any order', () => {
    const order = fc.shuffledSubarray([...basics.questions], { minLength: basics.questions.length });
    fc.assert(
      fc.property(order, fc.nat(16), fc.constantFrom(-1, 1), (questions, at, by) => {
        const a: Playbook = { ...basics, questions };
        const id = questions[at]?.id ?? '';
        if (shifted(a, id, by).length === 0) return;
        const back = move(move(a, id, by), id, by < 0 ? 1 : -1);
        for (const { phase } of basics.questions) expect(inPhase(back, phase)).toEqual(inPhase(a, phase));
      }),
    );
  });

  it('puts a question last in a phase that has none', () => {
    const next = nextVersion(bant, putInto(bant, 'bant.need', 'commit'));
    expect(next.questions.at(-1)).toMatchObject({ id: 'bant.need', phase: 'commit' });
  });
});

describe('a playbook of the own', () => {
  const ours = ownCopy(bant, 'a1b2c3', { name: 'BANT, ours', origin: 'Our own, after BANT.' });

  it('begins as a copy whose questions keep their ids', () => {
    expect(ours).toMatchObject({ id: 'bant-a1b2c3', version: 1, name: 'BANT, ours' });
    expect(ids(ours.questions)).toEqual(ids(bant.questions));
  });

  it('follows a file by one version, retiring what is gone and taking back what returns', () => {
    const less = { ...ours, version: 9, questions: ours.questions.slice(1) };
    const next = following(ours, less);
    expect(next).toMatchObject({ version: 2, retired: ['bant.need'] });
    const again = following(next, ours);
    expect(again.version).toBe(3);
    expect(again.retired).toBeUndefined();
  });

  it('says whether anything changed', () => {
    expect(isChange(diffPlaybooks(bant, bant))).toBe(false);
    expect(isChange(diffPlaybooks(bant, { ...bant, name: 'B' }))).toBe(true);
  });

  it('gives a new question an id of its own, and drops the spaces at the edges of what was typed', () => {
    const blank = { ...blankQuestion(ours, 'discover', 'ff00aa'), prompt: '  They have the money ' };
    expect(blank.id).toBe('bant-a1b2c3.qff00aa');
    expect(trimmed({ ...ours, questions: [blank] }).questions[0]?.prompt).toBe('They have the money');
  });
});

describe('too many questions in a phase', () => {
  it('is more than five', () => {
    expect(tooMany(basics)).toEqual([]);
    const sixth = { ...authority, id: 'basics.sixth', phase: 'discover' } as const;
    expect(tooMany({ ...basics, questions: [...basics.questions, sixth] })).toEqual([{ phase: 'discover', count: 6 }]);
  });
});

describe('choosing a playbook', () => {
  const deal: DealFacts = {
    amount: { minor: 14_000_000, currency: 'USD' },
    step: 'discover',
    stage: 'Needs  Analysis',
    org: 'salesforce:acme',
  };

  it('takes the first rule that fits, and says which', () => {
    const rules = [
      { playbook: 'bant', amount: { currency: 'USD', below: 1_000_000 } },
      { playbook: 'meddpicc', amount: { currency: 'USD', atLeast: 10_000_000 }, orgs: ['salesforce:acme'] },
      { playbook: 'champ' },
    ];
    expect(choosePlaybook(rules, deal)).toEqual({ playbook: 'meddpicc', rule: 1 });
    expect(choosePlaybook(rules, { ...deal, org: 'salesforce:globex' })).toEqual({ playbook: 'champ', rule: 2 });
    expect(choosePlaybook([], deal)).toBeNull();
  });

  it.each([
    ['a stage, however it is spaced and cased', { stages: ['needs analysis'] }, true],
    ['another stage', { stages: ['Proposal'] }, false],
    ['a step', { steps: ['discover', 'validate'] }, true],
    ['an amount on its lower bound', { amount: { currency: 'USD', atLeast: 14_000_000 } }, true],
    ['an amount on its upper bound', { amount: { currency: 'USD', below: 14_000_000 } }, false],
    ['the same amount of another currency', { amount: { currency: 'EUR', atLeast: 1 } }, false],
    ['a list of nothing', { orgs: [] }, false],
  ] as const)('judges %s', (_, condition, fits) => {
    const rule = { playbook: 'bant', ...structuredClone(condition) } as Parameters<typeof choosePlaybook>[0][number];
    expect(choosePlaybook([rule], deal) !== null).toBe(fits);
  });

  it('fits no rule about what the page does not show', () => {
    const bare: DealFacts = { amount: null, step: null, stage: null, org: 'salesforce:acme' };
    expect(choosePlaybook([{ playbook: 'bant', amount: { currency: 'USD' } }], bare)).toBeNull();
    expect(choosePlaybook([{ playbook: 'bant', steps: ['qualify'] }], bare)).toBeNull();
    expect(choosePlaybook([{ playbook: 'bant', stages: ['discovery'] }], bare)).toBeNull();
  });
});

describe('changing rules', () => {
  const rules = {
    rules: [{ playbook: 'bant', steps: ['discover' as const] }, { playbook: 'champ' }, { playbook: 'spiced' }],
    otherwise: null,
  };

  it('changes one, and leaves no trace of a condition that is taken away', () => {
    const next = withRule(rules, 0, { steps: undefined, orgs: ['salesforce:acme'] });
    expect(Object.keys(next.rules[0] ?? {})).toEqual(['playbook', 'orgs']);
    expect(next.rules.slice(1)).toEqual(rules.rules.slice(1));
    expect(withRule(rules, 1, { playbook: 'pact' }).rules[1]).toEqual({ playbook: 'pact' });
  });

  it('moves one', () => {
    const order = (place: number, by: -1 | 1) => withRuleMoved(rules, place, by).rules.map(({ playbook }) => playbook);
    expect(order(2, -1)).toEqual(['bant', 'spiced', 'champ']);
    expect(order(0, 1)).toEqual(['champ', 'bant', 'spiced']);
  });
});
