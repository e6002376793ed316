/** Rows of the review for tests: an open deal of which nothing is known, but what is said. */
import type { ReviewRow } from '../../lib/domain/review-row';
import { ME } from './ops';

export function rowOf(more: Partial<ReviewRow> = {}): ReviewRow {
  return {
    deal: 'salesforce:acme:006000000000001AAA',
    ops: 1,
    seller: ME,
    whose: null,
    url: null,
    name: 'Acme - 1,200 Widgets',
    account: 'Acme',
    owner: 'Kim Lee',
    phase: 'discover',
    step: 'discover',
    worked: true,
    amount: null,
    amountText: null,
    firmness: 0,
    call: 'work',
    gaps: [],
    answered: 1,
    atStake: null,
    urgency: 0,
    urgencyName: 'none',
    weakest: null,
    oldest: null,
    confirmed: null,
    closeDate: null,
    closeText: null,
    event: null,
    dates: null,
    pushes: 0,
    checkedAt: null,
    checked: null,
    promise: null,
    overrides: 0,
    ...more,
  };
}
