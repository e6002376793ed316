import { describe, expect, it } from 'vitest';
import { foldOps } from '../../lib/domain/fold';
import { CHOSEN_KEY, type Op, playbookKey, RULES_KEY, retiredKey, TEAM } from '../../lib/domain/op';
import { readVersion, versionOf } from '../../lib/domain/playbook';
import { ownCopy } from '../../lib/domain/playbook-change';
import type { PlaybookRules } from '../../lib/domain/playbook-choice';
import { allPlaybooks, offeredPlaybooks, playbookOf, teamPlaybooks } from '../../lib/domain/team-playbooks';
import { bant } from '../../lib/playbooks/bant';
import { basics } from '../../lib/playbooks/basics';
import { shelf } from '../../lib/playbooks/shelf';
import { DEAL, MANAGER, ME, op, seenOp } from './ops';

const ours = ownCopy(bant, 'a1', { name: 'Acme way', origin: 'Our own, after BANT.' });

const ofTeam = (ms: number, rest: Partial<Op>) => op(ms, { subject: TEAM, version: null, ...rest });
const saved = (ms: number, value: unknown, rest: Partial<Op> = {}) =>
  ofTeam(ms, { kind: 'playbook.saved', key: playbookKey(ours.id), value, ...rest });
const ruled = (ms: number, value: PlaybookRules) => ofTeam(ms, { kind: 'rules.set', key: RULES_KEY, value });
const chosen = (ms: number, value: string | null) =>
  op(ms, { kind: 'playbook.chosen', key: CHOSEN_KEY, value, version: null });

const team = (...ops: Op[]) => teamPlaybooks(shelf, foldOps(ops), [ME]);
const names = (playbooks: readonly { name: string }[]) => playbooks.map(({ name }) => name);

describe('the playbooks of a team', () => {
  it('are those that ship, and the newest version of each of its own', () => {
    expect(names(allPlaybooks(team()))).toEqual(names(shelf));
    const both = team(saved(1, ours), saved(2, { ...ours, version: 2, name: 'Acme way, shorter' }));
    expect(both.own).toMatchObject([{ name: 'Acme way, shorter', version: 2 }]);
    expect(allPlaybooks(both)).toHaveLength(shelf.length + 1);
  });

  it('pass over what cannot be read, what another person wrote, and what poses as one that ships', () => {
    expect(team(saved(1, { ...ours, questions: [] })).own).toEqual([]);
    expect(team(saved(1, ours, { by: MANAGER })).own).toEqual([]);
    expect(team(saved(1, { ...bant, name: 'Mine' }, { key: playbookKey('bant') })).own).toEqual([]);
    expect(team(ofTeam(1, { kind: 'rules.set', key: RULES_KEY, value: 'bant' })).rules).toEqual([]);
  });

  it('offer no more what was put away, until it is put back', () => {
    const away = (ms: number, value: true | null) =>
      ofTeam(ms, { kind: 'playbook.retired', key: retiredKey(ours.id), value });
    const put = team(saved(1, ours), away(2, true));
    expect(names(offeredPlaybooks(put))).not.toContain('Acme way');
    expect(names(allPlaybooks(put))).toContain('Acme way');
    expect(names(offeredPlaybooks(team(saved(1, ours), away(2, true), away(3, null))))).toContain('Acme way');
  });
});

describe('the playbook of a deal', () => {
  const at = (deal: Op[], ...ops: Op[]) =>
    playbookOf({ deal: DEAL, doc: foldOps(deal), org: null, authors: [ME] }, team(...ops));
  const big = seenOp(1, { amount: { text: '$140,000', value: { minor: 14_000_000, currency: 'USD' } } });
  const rules: PlaybookRules = {
    rules: [
      { playbook: 'not-here', orgs: ['salesforce:acme'] },
      { playbook: 'meddpicc', amount: { currency: 'USD', atLeast: 10_000_000 } },
    ],
    otherwise: 'bant',
  };

  it('is The Basics where nobody chose, of a deal that nothing is known of too', () => {
    expect(at([])).toEqual({ playbook: basics, why: { by: 'shipped' } });
    expect(at([big])).toEqual({ playbook: basics, why: { by: 'shipped' } });
  });

  it('is the one chosen for it, before the rule that fits, before the usual one', () => {
    expect(at([big, chosen(2, ours.id)], saved(1, ours), ruled(2, rules))).toEqual({
      playbook: ours,
      why: { by: 'deal' },
    });
    expect(at([big, chosen(2, 'bant'), chosen(3, null)], ruled(2, rules))).toMatchObject({
      playbook: { id: 'meddpicc' },
      why: { by: 'rule', rule: 1 },
    });
    expect(at([seenOp(1, {})], ruled(2, rules))).toMatchObject({ playbook: { id: 'bant' }, why: { by: 'team' } });
  });

  it('passes over a choice of one that is not here, and keeps it', () => {
    const far = [seenOp(1, {}), chosen(2, ours.id)];
    expect(at(far)).toMatchObject({ playbook: { id: 'basics' } });
    expect(at(far, saved(3, ours))).toMatchObject({ playbook: { id: ours.id } });
  });

  it('follows its stage and its org', () => {
    const staged: PlaybookRules = {
      rules: [
        { playbook: 'spiced', stages: ['Discovery'], orgs: ['salesforce:globex'] },
        { playbook: 'champ', steps: ['discover'] },
      ],
      otherwise: null,
    };
    const seen = seenOp(1, { stage: { text: 'Discovery', value: 'Discovery' } });
    expect(at([seen], ruled(2, staged)).why).toEqual({ by: 'rule', rule: 1 });
    const globex = DEAL.replace(':acme:', ':globex:') as typeof DEAL;
    const there = { deal: globex, doc: foldOps([seen]), org: null, authors: [ME] } as const;
    expect(playbookOf(there, team(ruled(2, staged))).why).toEqual({ by: 'rule', rule: 0 });
  });
});

describe('the version that an answer names', () => {
  it('reads back as it was written, and nothing else does', () => {
    expect(readVersion(versionOf({ ...ours, version: 12 }))).toEqual({ id: ours.id, version: 12 });
    expect(['', 'basics', '@1', 'basics@', 'basics@1.5'].map(readVersion)).toEqual([null, null, null, null, null]);
  });
});
