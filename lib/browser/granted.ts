/** What the browser lets Footing do at this moment, the optional included. */
import { browser } from '#imports';

/** The permissions and the addresses that are granted. */
export interface Granted {
  permissions: string[];
  /** Addresses that it may read, as the person turned them on. */
  origins: string[];
}

/** What is granted now. */
export async function readGranted(): Promise<Granted> {
  const { permissions = [], origins = [] } = await browser.permissions.getAll();
  return { permissions: permissions.map(String), origins };
}
