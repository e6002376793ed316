import { describe, expect, it } from 'vitest';
import { foldOps } from '../../lib/domain/fold';
import { meetingKey, meetingsOf, promiseKey, promisesOf } from '../../lib/domain/meeting-log';
import type { Op } from '../../lib/domain/op';
import { meeting, promise } from './meetings';
import { MANAGER, ME, op } from './ops';

const set = (ms: number, key: string, value: unknown, by = ME): Op => op(ms, { kind: 'meeting.set', key, value, by });

function docOf(...ops: Op[]) {
  const doc = foldOps(ops);
  if (!doc) throw new Error('no ops');
  return doc;
}

describe('meetings and promises in the log', () => {
  it('come back as last saved, by me and not by others', () => {
    const doc = docOf(
      set(1, meetingKey('m1'), meeting({ purpose: 'first' })),
      set(2, meetingKey('m2'), meeting({ id: 'm2' })),
      set(3, meetingKey('m1'), meeting({ purpose: 'second' })),
      set(4, meetingKey('m3'), meeting({ id: 'm3' }), MANAGER),
    );
    expect(meetingsOf(doc, [ME])).toEqual([meeting({ purpose: 'second' }), meeting({ id: 'm2' })]);
  });

  it('leave out what was removed, and what a newer version wrote in another way', () => {
    const doc = docOf(
      set(1, meetingKey('m1'), meeting()),
      set(2, meetingKey('m1'), null),
      set(3, meetingKey('m2'), { id: 'm2', parts: [] }),
      set(4, promiseKey('p1'), 'later'),
    );
    expect([meetingsOf(doc, [ME]), promisesOf(doc, [ME])]).toEqual([[], []]);
  });

  it('say when a promise got its present state', () => {
    const { at: _, ...made } = promise();
    const doc = docOf(
      set(1, promiseKey(made.id), made),
      set(7, promiseKey(made.id), { ...made, state: 'kept', closedOn: '2026-11-20' }),
    );
    expect(promisesOf(doc, [ME])).toEqual([{ ...made, state: 'kept', closedOn: '2026-11-20', at: 7 }]);
  });
});
