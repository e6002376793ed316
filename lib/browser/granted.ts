/** What the browser lets Footing do at this moment, the optional included. */
import { browser } from '#imports';

export interface Granted {
  permissions: string[];
  /** Addresses that it may read, as the person turned them on. */
  origins: string[];
}

export async function readGranted(): Promise<Granted> {
  const { permissions = [], origins = [] } = await browser.permissions.getAll();
  return { permissions: permissions.map(String), origins };
}
