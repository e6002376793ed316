import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readJson } from '../../lib/domain/json-lines';
import type { Playbook, Question } from '../../lib/domain/playbook';
import { type PlaybookFault, parsePlaybook, printPlaybook } from '../../lib/domain/playbook-file';
import { bant } from '../../lib/playbooks/bant';

const need = bant.questions[0] as Question;

/** The file of BANT with one piece of its text replaced. */
function edited(piece: string | RegExp, by: string): string {
  const file = printPlaybook(bant);
  expect(file).toMatch(piece);
  return file.replace(piece, by);
}

function faultsOf(text: string): PlaybookFault[] {
  const read = parsePlaybook(text);
  return read.ok ? [] : read.faults;
}

function lineWith(text: string, piece: string): number {
  return text.split('\n').findIndex((line) => line.includes(piece)) + 1;
}

describe('reading a playbook file', () => {
  it('gives back what was printed', () => {
    expect(parsePlaybook(printPlaybook(bant))).toEqual({ ok: true, playbook: bant, unknown: [] });
    expect(parsePlaybook(`\uFEFF${printPlaybook(bant)}`)).toMatchObject({ ok: true });
  });

  it('names the line, the question and the field of a fault', () => {
    const file = edited('"weight": 3', '"weight": 9');
    expect(faultsOf(file)).toEqual([
      {
        line: lineWith(file, '"weight": 9'),
        reason: 'notAChoice',
        question: 'bant.need',
        field: 'weight',
        detail: '1, 2, 3',
      },
    ]);
  });

  it.each([
    ['a missing field', /\n\s+"ask": "What made[^\n]+/, '', 'missing', 'ask'],
    ['an empty prompt', need.prompt, '', 'empty', 'prompt'],
    ['an endless prompt', need.prompt, 'a'.repeat(1001), 'tooLong', 'prompt'],
    ['a number for a text', `"${need.prompt}"`, '12', 'wrongType', 'prompt'],
    ['a phase that is none', '"phase": "qualify"', '"phase": "negotiate"', 'notAChoice', 'phase'],
    ['freshness of no days', '"freshDays": 45', '"freshDays": 0', 'outOfRange', 'freshDays'],
    ['an id that is none', '"id": "bant.need"', '"id": "__proto__"', 'badId', 'id'],
    ['an event that is none', '"contact"', '"weather"', 'notAChoice', 'recheckOn.0'],
  ] as const)('refuses %s', (_, piece, by, reason, field) => {
    expect(faultsOf(edited(piece, by))).toMatchObject([{ reason, field }]);
  });

  it('refuses an id that two questions have, naming the lines of both', () => {
    const file = edited('"id": "bant.timing"', '"id": "bant.need"');
    const first = lineWith(file, '"id": "bant.need"');
    const [fault] = faultsOf(file);
    expect(fault).toMatchObject({ reason: 'duplicateId', question: 'bant.need', field: 'id', detail: String(first) });
    expect(fault?.line).toBeGreaterThan(first);
  });

  it('refuses an id that was retired, so that old answers do not change their meaning', () => {
    const file = printPlaybook({ ...bant, retired: ['bant.need'] });
    expect(faultsOf(file)).toMatchObject([{ reason: 'retiredId', question: 'bant.need' }]);
  });

  it('keeps a field that it does not know, and points it out', () => {
    const file = edited('"weight": 3', '"weight": 3,\n        "wieght": 2');
    const read = parsePlaybook(file);
    expect(read).toMatchObject({
      ok: true,
      unknown: [{ line: lineWith(file, 'wieght'), question: 'bant.need', field: 'wieght' }],
    });
    expect(read.ok && printPlaybook(read.playbook)).toContain('"wieght": 2');
  });

  it('refuses 10,000 questions with one fault', () => {
    const many: Playbook = {
      ...bant,
      questions: Array.from({ length: 10_000 }, (_, index) => ({ ...need, id: `bant.need${index}` })),
    };
    expect(faultsOf(printPlaybook(many))).toMatchObject([{ reason: 'tooManyQuestions', detail: '10000' }]);
  });

  it('lists twenty faults and counts the rest', () => {
    const blank: Playbook = {
      ...bant,
      questions: bant.questions.map((question) => ({ ...question, id: 'x', ask: '' })),
    };
    const faulty = { ...blank, questions: Array.from({ length: 15 }, () => blank.questions[0] as Question) };
    expect(parsePlaybook(printPlaybook(faulty))).toMatchObject({ ok: false, faults: { length: 20 }, more: 10 });
  });

  it('takes a script in a prompt for the text that it is', () => {
    const prompt = '<img src=x onerror="alert(1)"><script>alert(1)</script> \u202e';
    const sly = { ...bant, questions: [{ ...need, prompt }] };
    expect(parsePlaybook(printPlaybook(sly))).toEqual({ ok: true, playbook: sly, unknown: [] });
  });

  it('lets no name in a file reach a prototype', () => {
    parsePlaybook(edited('"weight": 3', '"weight": 3, "__proto__": { "polluted": true }'));
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
  });

  it.each([
    ['a newer format', edited('"formatVersion": 1', '"formatVersion": 2'), 'newerFormat', 3],
    ['another format', edited('footing-playbook', 'footing-pack'), 'otherFormat', 2],
    ['a list', '[]', 'otherFormat', 1],
    ['a spreadsheet', 'id,prompt\nfit.owner,"Who?"\n', 'notJson', 1],
    ['nothing', '', 'notJson', 1],
    ['half a file', printPlaybook(bant).slice(0, 200), 'notJson', 7],
    ['a comma too many', '{\n  "format": "footing-playbook",\n}', 'notJson', 3],
    ['a name twice', '{\n"format": 1,\n"format": 2}', 'repeatedName', 3],
    ['a bomb of brackets', '['.repeat(200_000), 'tooDeep', 1],
    ['a file past any size', ' '.repeat(10_000_001), 'tooLarge', 1],
  ])('refuses %s with a reason and a line', (_, text, reason, line) => {
    expect(faultsOf(text)).toMatchObject([{ reason, line }]);
  });
});

describe('JSON with its lines', () => {
  const json = fc.json({ maxDepth: 5 });

  it('reads what JSON.parse reads, and the same', () => {
    fc.assert(
      fc.property(json, (text) => {
        expect(readJson(text)).toMatchObject({ ok: true, value: JSON.parse(text) });
      }),
    );
  });

  it('refuses what JSON.parse refuses, and never throws', () => {
    const damaged = fc
      .tuple(json, fc.nat(), fc.constantFrom('', '{', '"', ',', '\\', '01', '\n', 'tru', '\u00a0'))
      .map(
        ([text, at, piece]) => text.slice(0, at % (text.length + 1)) + piece + text.slice((at % (text.length + 1)) + 1),
      );
    fc.assert(
      fc.property(damaged, (text) => {
        const read = readJson(text);
        if (!read.ok && read.fault.code === 'repeatedName') return;
        expect(read.ok).toBe(parses(text));
      }),
    );
  });

  it('finds a value on the line that it is printed on', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ id: fc.string(), n: fc.integer() }), { minLength: 1, maxLength: 20 }),
        (list) => {
          const read = readJson(JSON.stringify({ list }, null, 2));
          expect(read.ok && list.map((_, index) => read.lineOf(['list', index, 'n']))).toEqual(
            list.map((_, index) => 5 + 4 * index),
          );
        },
      ),
    );
  });
});

function parses(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
