/**
 * Twenty, at its makers' host or any other. `official`: in its own source (2025 and 2026). None was
 * checked on a system that runs. 2026-11.
 */
import type { Spot } from './adapter';
import { siteAdapter } from './site-adapter';

/** A field's value stands behind its label, whose id ends in the field's name. */
const field = (name: string): Spot[] => [['row', `[id^=label-][id$="-${name}"]+*`]];

export const twenty = siteAdapter({
  id: 'twenty',
  about: {
    name: 'Twenty',
    address: 'official',
    reads: {
      name: 'official',
      account: 'official',
      stage: 'official',
      amount: 'official',
      closeDate: 'official',
      owner: 'official',
    },
    testedOn: 'pages',
    asOf: '2026-11-22',
  },
  hosts: null,
  rules: {
    deal: '^/object/opportunity/(?<id>[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?=[/?#]|$)',
    list: '^/objects/opportunities(?=[/?#]|$)',
    flags: 'i',
  },
  rows: [
    // Official: a card, by its record; its other form has a number for the column and the row.
    ['[id^=record-board-card-]', 'id', '^record-board-card-([0-9a-f]{8}-[0-9a-f-]{27})$', '/object/opportunity/*'],
    // Guess: the chip with the name in a table is a link.
    ['a[href*="/object/opportunity/"]', 'href'],
  ],
  map: {
    pages: ['body'],
    spots: {
      // Between the name of the object and the record's place in its list.
      name: [['title', '[data-testid=top-bar-title]>div:nth-child(2)']],
      account: field('company'),
      stage: field('stage'),
      amount: field('amount'),
      closeDate: field('closeDate'),
      owner: field('owner'),
    },
    noise: 'button',
    watched: ['stage', 'amount', 'closeDate']
      .flatMap(field)
      .map(([, element]) => element)
      .join(),
    // A press on the value opens its list, and choosing there saves it.
    moves: '[id^=label-][id$="-stage"]+*',
  },
});
