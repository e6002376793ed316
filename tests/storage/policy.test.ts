import { beforeEach, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { newProfile, openTab } from './tab';

beforeEach(async () => {
  newProfile();
  await openTab();
});

it('gives whoever is told of a change what is set now, also where they asked to be told first', async () => {
  const { onPolicy, readPolicy } = await import('../../lib/storage/policy');
  const life = new AbortController();
  const seen: Promise<string | null>[] = [];
  onPolicy(() => seen.push(readPolicy().then(({ policy }) => policy.banner)), life.signal);
  expect((await readPolicy()).policy.banner).toBeNull();
  await fakeBrowser.storage.managed.set({ banner: 'New rules' });
  expect(await Promise.all(seen)).toEqual(['New rules']);
  life.abort();
  await fakeBrowser.storage.managed.set({ banner: 'Newer rules' });
  expect(seen).toHaveLength(1);
  expect((await readPolicy()).policy.banner).toBe('Newer rules');
});
