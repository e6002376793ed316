/** The main job works from end to end: the walk checks each step, and fails where one does not hold. */
import { expect, test } from './extension.ts';
import { walk } from './walk.ts';

test.setTimeout(90_000);

for (const shadow of ['synthetic', 'native'] as const) {
  test.describe(`in ${shadow} shadow`, () => {
    test.use({ host: { shadow } });

    test('from an opportunity page to kept answers, found again after quitting', async ({ session }) => {
      const found: string[] = [];
      const last = await walk(session, {
        did: () => {},
        found: (text) => found.push(text),
        picture: async () => {},
      });
      await last.quit();
      expect(found.join('\n')).toContain('Agenda, 30 minutes');
    });
  });
}
