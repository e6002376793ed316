/** Fills a new Tryton as its administrator would: a company with its currency, a seller, twenty opportunities. */
import { OPPORTUNITIES, type State } from './opportunities.ts';
import { date, decimal, type Tryton } from './rpc.ts';

export const SELLER = { login: 'jo', password: 'quartz-fjord', name: 'Jo Berg' } as const;

export const ADMIN = { login: 'admin', password: 'forst-und-quelle' } as const;

/** The buttons that bring a lead to a state. */
const STEPS: Record<State, readonly string[]> = {
  lead: [],
  opportunity: ['opportunity'],
  converted: ['opportunity', 'convert'],
  lost: ['lost'],
  cancelled: ['cancel'],
};

/**
 * `logInAs` opens a session of the new Tryton; its administrator's is there from the start.
 *
 * @throws TrytonError where the server refuses a step.
 */
export async function seed(logInAs: (login: string, password: string) => Promise<Tryton>): Promise<void> {
  const admin = await logInAs(ADMIN.login, ADMIN.password);
  const create = async (model: string, ...values: object[]) =>
    await admin.call<number[]>(`model.${model}.create`, values);
  const createOne = async (model: string, values: object) => {
    const [id] = await create(model, values);
    if (id === undefined) throw new Error(`Tryton made no ${model}.`);
    return id;
  };
  const language = await admin.call<number[]>('model.ir.lang.search', [['code', '=', 'en']], 0, 1, null);

  const currency = await createOne('currency.currency', {
    name: 'Euro',
    code: 'EUR',
    symbol: '€',
    rates: [['create', [{ date: date('2020-01-01'), rate: decimal('1') }]]],
  });
  const names = ['Brunnen Works', SELLER.name, ...new Set(OPPORTUNITIES.map(({ party }) => party))];
  const parties = await create(
    'party.party',
    ...names.map((name) => ({ name, addresses: [['create', [{ city: 'Brunnen' }]]] })),
  );
  const partyOf = (name: string) => parties[names.indexOf(name)];

  const company = await createOne('company.company', { party: parties[0], currency });
  const employee = await createOne('company.employee', { party: partyOf(SELLER.name), company });
  const groups = await admin.call<number[]>('model.res.group.search', [], 0, null, null);
  await create('res.user', {
    name: SELLER.name,
    login: SELLER.login,
    password: SELLER.password,
    groups: [['add', groups]],
    companies: [['add', [company]]],
    company,
    employees: [['add', [employee]]],
    employee,
    language: language[0],
  });

  const seller = (await logInAs(SELLER.login, SELLER.password)).in({ company, employee });
  const ids = await seller.call<number[]>(
    'model.sale.opportunity.create',
    OPPORTUNITIES.map(({ name, party, amount, close }) => ({
      description: name,
      party: partyOf(party),
      company,
      employee,
      amount: amount && decimal(amount),
      start_date: date('2026-09-01'),
      end_date: close && date(close),
    })),
  );
  for (const [n, { state }] of OPPORTUNITIES.entries()) {
    for (const button of STEPS[state]) await seller.call(`model.sale.opportunity.${button}`, [ids[n]]);
  }
}
