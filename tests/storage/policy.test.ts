import { beforeEach, expect, it, vi } from 'vitest';
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

it('goes by what was read last time while the browser takes its time, and says where that is no longer so', async () => {
  await fakeBrowser.storage.managed.set({ banner: 'Last year' });
  const before = await import('../../lib/storage/policy');
  expect((await before.readPolicy()).policy.banner).toBe('Last year');

  vi.resetModules();
  let answer: (managed: object) => void = () => {};
  const slow = new Promise<object>((resolve) => {
    answer = resolve;
  });
  vi.spyOn(fakeBrowser.storage.managed, 'get').mockReturnValueOnce(slow as never);
  const { onPolicy, readPolicy, readPolicySurely } = await import('../../lib/storage/policy');
  const told = new Promise<void>((resolve) => onPolicy(resolve, new AbortController().signal));
  expect((await readPolicy()).policy.banner).toBe('Last year');
  const surely = readPolicySurely();
  answer({ banner: 'This year' });
  await told;
  expect((await readPolicy()).policy.banner).toBe('This year');
  expect((await surely).policy.banner).toBe('This year');
});
