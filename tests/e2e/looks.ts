/** How a screen is looked at: in each scheme and at each size, by axe, by its width, and in a picture. */
import type { Page } from '@playwright/test';
import { axeCheck } from './axe.ts';
import { expect, shoot } from './extension.ts';

/** What a person's system may ask for. Nothing moves: axe would measure colours on their way. */
const LOOKS = {
  light: { colorScheme: 'light', forcedColors: 'none', reducedMotion: 'reduce' },
  dark: { colorScheme: 'dark', forcedColors: 'none', reducedMotion: 'reduce' },
  forced: { colorScheme: 'light', forcedColors: 'active', reducedMotion: 'reduce' },
} as const;

type Size = readonly [width: number, height: number];

export interface Looked {
  looks?: readonly (keyof typeof LOOKS)[];
  sizes: readonly Size[];
}

/**
 * Expects of a screen as it stands that axe finds nothing, and that it is no wider than the window, in
 * each look and size; keeps a picture of each, `<name>-<look>-<width>`. Leaves the page in the light, and
 * at the size that it had.
 */
export async function looksWell(page: Page, name: string, { looks = ['light', 'dark'], sizes }: Looked): Promise<void> {
  const before = page.viewportSize();
  for (const look of looks) {
    await page.emulateMedia(LOOKS[look]);
    for (const [width, height] of sizes) {
      await page.setViewportSize({ width, height });
      expect(await axeCheck(page), `${name}, ${look}, ${width} px`).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth), name).toBeLessThanOrEqual(width);
      await shoot(page, `${name}-${look}-${width}`);
    }
  }
  await page.emulateMedia(LOOKS.light);
  if (before) await page.setViewportSize(before);
}
