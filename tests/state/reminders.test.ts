import { expect, it } from 'vitest';
import { foldOps } from '../../lib/domain/fold';
import { meetingKey, promiseKey } from '../../lib/domain/meeting-log';
import { summaryOf } from '../../lib/domain/summary';
import { remindersOf } from '../../lib/state/reminders';
import { HOUR, meeting, promise, START, steps } from '../domain/meetings';
import { MANAGER, ME, op } from '../domain/ops';

const NOW = START - 10 * HOUR;

it('counts our late promises and the drafts of the day before, from summaries', () => {
  const promised = (id: string, rest: Parameters<typeof promise>[0], by = ME) => {
    const { at: _, ...value } = promise({ id, ...rest });
    return op(value.id.length, { kind: 'promise.set', key: promiseKey(id), value, by });
  };
  const planned = (id: string, rest: Parameters<typeof meeting>[0]) =>
    op(50 + id.length, { kind: 'meeting.set', key: meetingKey(id), value: meeting({ id, ...rest }) });
  const doc = foldOps([
    promised('p', { due: '2026-11-29' }),
    promised('pp', { due: '2026-11-30' }),
    promised('ppp', { due: '2026-11-01', side: 'them' }),
    promised('pppp', { due: '2026-11-01', state: 'kept', closedOn: '2026-11-02' }),
    promised('ppppp', { due: '2026-11-01' }, MANAGER),
    planned('m', {}),
    planned('mm', steps(['sent', 40])),
    planned('mmm', { when: { kind: 'at', at: START + 48 * HOUR } }),
  ]);
  if (!doc) throw new Error('nothing to fold');
  expect(remindersOf([summaryOf(doc)], [ME], NOW, 0)).toMatchObject({ late: 1, drafts: 1 });
  expect(remindersOf([summaryOf(doc)], [ME], NOW, 60)).toMatchObject({ late: 2, drafts: 1 });
});
