import { expect, it } from 'vitest';
import type { Meeting, Shared } from '../../lib/domain/meeting';
import { asAgreed, asSent } from '../../lib/domain/meeting-changes';
import { meeting, steps } from './meetings';

const left = (at: number, what: Shared['what'] = 'agenda'): Shared => ({ at, what, way: 'copy', text: '' });
const named = (purpose: string, rest: Partial<Meeting>) => meeting({ purpose, ...rest });

it('finds the agenda as it was when it last left, whatever was edited or recapped since', () => {
  const revisions = [
    named('recapped', { shared: [left(1), left(2), left(3, 'recap')] }),
    named('edited', { shared: [left(1), left(2)] }),
    named('sent again', { shared: [left(1), left(2)] }),
    named('sent', { shared: [left(1)] }),
    named('drafted', {}),
  ];
  expect(asSent(revisions)?.purpose).toBe('sent again');
  expect(asSent(revisions.slice(3))?.purpose).toBe('sent');
  expect([asSent(revisions.slice(4)), asSent([])]).toEqual([null, null]);
});

it('finds the agenda as it was agreed, until either side takes another step', () => {
  const agreed = steps(['sent', 60], ['agreed', 48]);
  const revisions = [named('edited', agreed), named('agreed', agreed), named('sent', steps(['sent', 60]))];
  expect(asAgreed(revisions)?.purpose).toBe('agreed');
  const changed = named('changed', steps(['sent', 60], ['agreed', 48], ['changed', 30]));
  expect([asAgreed([changed, ...revisions]), asAgreed([])]).toEqual([null, null]);
});
