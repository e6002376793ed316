/** Tryton's own JSON-RPC, as its web client speaks it: what is seeded goes through the server's rules. */

/** A call of the server's that it refused, in its words. */
export class TrytonError extends Error {}

export interface Tryton {
  /** `model.<name>.<method>` with its arguments. */
  call<T>(method: string, ...params: unknown[]): Promise<T>;
  /** A client whose calls carry this context besides, as the web client's do once a company is chosen. */
  in(context: Record<string, unknown>): Tryton;
}

async function post(address: string, method: string, params: unknown[], authorization?: string): Promise<unknown> {
  const response = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(authorization ? { authorization } : {}) },
    body: JSON.stringify({ id: 0, method, params }),
  });
  if (!response.ok) throw new TrytonError(`${method}: ${response.status} ${await response.text()}`);
  const { result, error } = (await response.json()) as { result?: unknown; error?: [string, ...unknown[]] };
  if (error) throw new TrytonError(`${method}: ${error.slice(0, 2).join(' ')}`);
  return result;
}

/** Logs in at `origin`; `database` is the name that stands in the web client's addresses. */
export async function logIn(origin: string, database: string, login: string, password: string): Promise<Tryton> {
  const address = `${origin}/${database}/`;
  const [id, key] = (await post(address, 'common.db.login', [login, { password }, 'en'])) as [number, string];
  const authorization = `Session ${Buffer.from(`${login}:${id}:${key}`).toString('base64')}`;
  const client = (context: Record<string, unknown>): Tryton => ({
    call: async <T>(method: string, ...params: unknown[]) =>
      (await post(address, method, [...params, context], authorization)) as T,
    in: (more) => client({ ...context, ...more }),
  });
  return client({});
}

/** A number of any precision, as the protocol writes it. */
export const decimal = (value: string) => ({ __class__: 'Decimal', decimal: value });

/** A day, as the protocol writes it. */
export function date(day: string) {
  const [year, month, date] = day.split('-').map(Number);
  return { __class__: 'date', year, month, day: date };
}
