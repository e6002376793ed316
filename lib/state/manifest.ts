/** What the browser was told that Footing is and may do. */
import { useEffect, useState } from 'react';
import { browser } from '#imports';
import { type Granted, readGranted } from '../browser/granted';

/** What of the manifest a person may want to know. */
export interface OurManifest {
  version: string;
  permissions: string[];
  /** Where a script of ours runs. */
  hosts: string[];
  /** What its pages may load and reach, as the browser enforces it; `''` while developing. */
  contentPolicy: string;
}

/** The manifest of this build, as the browser has it. */
export function ourManifest(): OurManifest {
  const manifest = browser.runtime.getManifest();
  const { version, permissions = [], content_scripts = [], content_security_policy: policy } = manifest;
  const contentPolicy = (typeof policy === 'string' ? policy : policy?.extension_pages) ?? '';
  const hosts = content_scripts.flatMap((script) => script.matches ?? []);
  return { version, permissions: permissions.map(String), hosts: [...new Set(hosts)], contentPolicy };
}

/** What the browser grants at this moment; `null` while it is asked, and where it does not say. */
export function useGranted(): Granted | null {
  const [granted, setGranted] = useState<Granted | null>(null);
  useEffect(() => {
    readGranted().then(setGranted, () => undefined); // Then nothing is said of it.
  }, []);
  return granted;
}
