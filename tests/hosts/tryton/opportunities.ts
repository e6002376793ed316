/** What the Tryton of the tests holds: twenty opportunities of a made-up company. */

export type State = 'lead' | 'opportunity' | 'converted' | 'lost' | 'cancelled';

export interface Opportunity {
  /** Tryton's `description`, the name that people give it; `null`: none, as is allowed there. */
  name: string | null;
  party: string;
  /** In euros. */
  amount: string | null;
  /** Tryton's `end_date`. */
  close: string | null;
  state: State;
}

/** A name that would be script, a closed tag or another column, wherever it is not taken as text. */
export const HOSTILE = '"><img src=x onerror=alert(1)> =1+1 \u202eevil';

/** In the order in which they are made: the first has the id 1. */
export const OPPORTUNITIES: readonly Opportunity[] = [
  { name: 'Brewery line 2: filling', party: 'Hopfen & Söhne', amount: '184000.00', close: '2027-03-31', state: 'lead' },
  { name: 'Cold store retrofit', party: 'Lakeside Foods', amount: '96500.50', close: '2027-02-26', state: 'lead' },
  {
    name: 'Ticket gates for six stations',
    party: 'Regio Rail',
    amount: '1250000.00',
    close: '2027-06-30',
    state: 'opportunity',
  },
  { name: HOSTILE, party: '<b>Bobby & Tables</b>', amount: '1000.00', close: '2027-01-15', state: 'lead' },
  { name: null, party: 'Nameless Trading', amount: '5200.00', close: '2027-01-29', state: 'opportunity' },
  {
    name: 'Ward beds, first lot',
    party: 'St. Anna Hospital',
    amount: '310000.00',
    close: '2027-04-30',
    state: 'opportunity',
  },
  {
    name: 'Ward beds, second lot',
    party: 'St. Anna Hospital',
    amount: '310000.00',
    close: '2027-09-30',
    state: 'lead',
  },
  {
    name: 'Service plan, three years',
    party: 'Lakeside Foods',
    amount: '42000.00',
    close: '2026-12-18',
    state: 'converted',
  },
  { name: 'Label printers', party: 'Papier Nord', amount: '7300.00', close: '2026-12-11', state: 'converted' },
  { name: 'Pilot: two lines', party: 'Meyer Glas', amount: '28000.00', close: '2027-01-22', state: 'opportunity' },
  { name: 'Solar roof, hall C', party: 'Meyer Glas', amount: '540000.00', close: '2027-05-28', state: 'lead' },
  {
    name: 'Fleet telematics',
    party: 'Kestrel Logistics',
    amount: '88000.00',
    close: '2027-02-12',
    state: 'opportunity',
  },
  { name: 'Fleet telematics, Iberia', party: 'Kestrel Logistics', amount: null, close: null, state: 'lead' },
  { name: 'Archive scanning', party: 'City of Brunnen', amount: '61000.00', close: '2027-03-12', state: 'opportunity' },
  { name: 'School network, tender', party: 'City of Brunnen', amount: '430000.00', close: '2027-07-16', state: 'lead' },
  { name: '高速ライン更新', party: '山田精機', amount: '750000.00', close: '2027-08-20', state: 'opportunity' },
  { name: 'Pumps, spare parts', party: 'Northwind Water', amount: '12400.00', close: '2026-10-30', state: 'lost' },
  { name: 'Control room', party: 'Northwind Water', amount: '265000.00', close: '2027-04-16', state: 'opportunity' },
  { name: 'Trade fair stand', party: 'Papier Nord', amount: '9900.00', close: '2026-10-16', state: 'cancelled' },
  {
    name: 'Warehouse robots, phase 1 of the renewal that was agreed for all five sites of the group',
    party: 'Regio Rail',
    amount: '2100000.00',
    close: '2027-11-30',
    state: 'lead',
  },
];
