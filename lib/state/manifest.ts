/** What the browser was told that Footing is and may do. */
import { browser } from '#imports';

export interface OurManifest {
  version: string;
  permissions: string[];
  /** Where a script of ours runs. */
  hosts: string[];
}

export function ourManifest(): OurManifest {
  const { version, permissions = [], content_scripts = [] } = browser.runtime.getManifest();
  const hosts = content_scripts.flatMap((script) => script.matches ?? []);
  return { version, permissions: permissions.map(String), hosts: [...new Set(hosts)] };
}
