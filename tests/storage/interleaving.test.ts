/**
 * Two orgs with one record id, two people at one computer: each in a browser profile of their own,
 * which is how a browser tells people apart. `npm run test:faults` takes 10,000 steps.
 */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { dealOf } from '../../lib/crm/index';
import { freshAnswer, VERDICTS } from '../../lib/domain/answer';
import { type DealKey, orgOf } from '../../lib/domain/deal';
import { answersOf, stageMapOf } from '../../lib/domain/fold';
import { size, tell } from '../e2e/faults/size';
import { newProfile, openTab, snapshot, type Tab } from './tab';

const RECORDS = ['0067Q00000ARuZXQA1', '0068c00000qgKWWAA2'];
const HOSTS = [
  'acme.lightning.force.com',
  'acme--uat.sandbox.lightning.force.com',
  'globex.lightning.force.com',
  'acme.lightning.crmforce.mil',
];
const PLACES = HOSTS.flatMap((host) =>
  RECORDS.map((record) => dealOf(`https://${host}/lightning/r/Opportunity/${record}/view`, [])),
);

/** What a person does at one deal, in one of two tabs. */
const step = fc.record({
  person: fc.nat(1),
  tab: fc.nat(1),
  place: fc.nat(PLACES.length - 1),
  what: fc.constantFrom('answer', 'answer', 'page', 'draft', 'stage'),
  verdict: fc.constantFrom(...VERDICTS),
  note: fc.nat(1_000_000),
});

const RUNS = size(5, 25);
const STEPS = size(60, 400);

it('never shows a deal, an org or a person what is of another', { timeout: 600_000 }, async () => {
  expect(new Set(PLACES).size).toBe(PLACES.length);
  let steps = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: STEPS, maxLength: STEPS }), async (all) => {
      const people: Tab[][] = [];
      for (let person = 0; person < 2; person++) {
        newProfile();
        const tabs = [await openTab(), await openTab()];
        // A database belongs to the profile in which it is opened.
        for (const tab of tabs) await tab.database().open();
        people.push(tabs);
      }
      const told = new Map<string, unknown>();
      for (const { person, tab: at, place, what, verdict, note } of all) {
        const deal = PLACES[place] as DealKey;
        const tab = people[person]?.[at] as Tab;
        const who = `${person} ${deal}`;
        const own = `${person}:${deal}:${note}`;
        // First what is there: what was told of this deal by this person, and nothing else.
        const doc = await tab.readDeal(deal);
        const answers = doc ? answersOf(doc, await tab.authors()) : {};
        expect(answers['fit.owner']?.quote ?? undefined).toBe(told.get(`answer ${who}`));
        expect(doc?.seen.name?.text).toBe(told.get(`page ${who}`));
        expect((await tab.draftsOf(deal)).map(({ value }) => value)).toEqual(
          told.has(`draft ${who}`) ? [told.get(`draft ${who}`)] : [],
        );
        const org = await tab.readOrg(orgOf(deal));
        const stages = org ? stageMapOf(org, await tab.authors()) : {};
        expect(stages.legal).toBe(told.get(`stage ${person} ${orgOf(deal)}`));

        if (what === 'answer') {
          await tab.saveAnswer(deal, 'fit.owner', { ...freshAnswer(verdict, '2026-11-20'), quote: own }, 'basics@1');
        } else if (what === 'page') {
          // A later minute: many changes in one are a storm, and not kept.
          await tab.rememberDeal({ ...snapshot(deal, { name: own }), seenAt: 1_795_000_000_000 + steps * 60_000 });
        } else if (what === 'draft') await tab.keepDraft(deal, 'answer:fit.owner', own);
        else await tab.mapStage(orgOf(deal), 'Legal', note % 2 ? 'commit' : 'won');
        const stage = note % 2 ? 'commit' : 'won';
        told.set(
          what === 'stage' ? `stage ${person} ${orgOf(deal)}` : `${what} ${who}`,
          what === 'stage' ? stage : own,
        );
        steps += 1;
      }
    }),
    { numRuns: RUNS, endOnFailure: true },
  );
  tell(
    `fault 16: ${steps} interleaved steps of 2 people, 2 tabs each, in ${HOSTS.length} orgs with the same record ids: 0 cross reads`,
  );
});
