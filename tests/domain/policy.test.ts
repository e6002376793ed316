import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { printPlaybook } from '../../lib/domain/playbook-file';
import { allowsCrm, NO_POLICY, POLICY_KEYS, policySchema, readPolicyFrom } from '../../lib/domain/policy';
import { playbookOf, teamPlaybooks } from '../../lib/domain/team-playbooks';
import { bant } from '../../lib/playbooks/bant';
import { shelf } from '../../lib/playbooks/shelf';
import { DEAL, ME } from './ops';

const GOOD = {
  crms: ['salesforce'],
  playbook: printPlaybook(bant),
  fixedPlaybook: true,
  handOver: false,
  retentionDays: 365,
  banner: 'Only for deals of the industrial division.',
};

const BAD: Record<string, unknown[]> = {
  crms: [[], 'salesforce', [1]],
  playbook: ['', '{}', 7, '{"format":"footing-playbook","formatVersion":1,"playbook":{}}'],
  fixedPlaybook: ['yes', 1],
  handOver: ['no', null],
  retentionDays: [89, 3651, 365.5, '365'],
  banner: ['', 'x'.repeat(301), {}],
};

describe('what an organisation sets', () => {
  it('is all in force where all of it can be used', () => {
    expect(readPolicyFrom(GOOD)).toEqual({
      policy: {
        crms: ['salesforce'],
        playbook: { playbook: bant, fixed: true },
        handOver: false,
        retentionDays: 365,
        banner: GOOD.banner,
      },
      set: [...POLICY_KEYS],
      ignored: [],
    });
  });

  it('is nothing where nothing is set', () => {
    expect(readPolicyFrom({})).toEqual({ policy: NO_POLICY, set: [], ignored: [] });
  });

  it('loses one key to a wrong value, says which, and keeps the others', () => {
    const key = fc.constantFrom(...POLICY_KEYS);
    fc.assert(
      fc.property(fc.uniqueArray(key), fc.nat(), (wrong, seed) => {
        const bad = Object.fromEntries(wrong.map((one) => [one, BAD[one]?.[seed % (BAD[one]?.length ?? 1)]]));
        const { policy, set, ignored } = readPolicyFrom({ ...GOOD, ...bad });
        const fallen = wrong.includes('playbook') && !wrong.includes('fixedPlaybook') ? ['fixedPlaybook'] : [];
        expect(ignored.map((one) => one.key).sort()).toEqual([...wrong, ...fallen].sort());
        expect([...set].sort()).toEqual(POLICY_KEYS.filter((one) => ![...wrong, ...fallen].includes(one)).sort());
        const whole = readPolicyFrom(GOOD).policy;
        for (const one of ['crms', 'handOver', 'retentionDays', 'banner'] as const) {
          expect(policy[one]).toEqual(wrong.includes(one) ? NO_POLICY[one] : whole[one]);
        }
      }),
    );
  });

  it('names a key that there is not, and what is wrong with a playbook, by its line', () => {
    expect(readPolicyFrom({ colour: 'red' }).ignored).toEqual([{ key: 'colour', why: 'unknown', detail: '' }]);
    expect(readPolicyFrom({ playbook: '{\n"format": 1}' }).ignored[0]?.detail).toMatch(/^line 2: otherFormat/);
  });

  it('lets a CRM run where none are named, or this one is', () => {
    expect(allowsCrm(NO_POLICY, 'odoo')).toBe(true);
    expect(allowsCrm({ ...NO_POLICY, crms: ['odoo'] }, 'odoo')).toBe(true);
    expect(allowsCrm({ ...NO_POLICY, crms: ['odoo'] }, 'salesforce')).toBe(false);
  });
});

describe('a playbook that the organisation set', () => {
  const team = teamPlaybooks(shelf, null, [ME]);
  const input = { deal: DEAL, doc: null, org: null, authors: [ME], locale: 'en' } as const;

  it('is for deals that nobody chose another for; for every deal where it is fixed', () => {
    const usual = { ...team, otherwise: 'spiced' };
    const set = (fixed: boolean) => ({ playbook: bant, fixed });
    expect(playbookOf(input, { ...team, organisation: set(false) })).toEqual({
      playbook: bant,
      why: { by: 'organisation' },
    });
    expect(playbookOf(input, { ...usual, organisation: set(false) }).playbook.id).toBe('spiced');
    expect(playbookOf(input, { ...usual, organisation: set(true) }).playbook.id).toBe('bant');
  });
});

describe('the schema for the browser', () => {
  it('has each key with a type that Chromium knows, and what it is for', () => {
    const { properties } = policySchema() as { properties: Record<string, { type: string; description: string }> };
    expect(Object.keys(properties)).toEqual([...POLICY_KEYS]);
    for (const { type, description } of Object.values(properties)) {
      expect(['array', 'string', 'boolean', 'integer']).toContain(type);
      expect(description.length).toBeGreaterThan(20);
    }
  });
});
