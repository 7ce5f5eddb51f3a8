import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** No finding of axe against WCAG 2.2 AA, and nothing wider than the screen. Frames without scripts hang axe. */
export async function isSound(page: Page): Promise<void> {
  // What is half scrolled under the head of the page would count as too small to hit.
  await page.evaluate(() => window.scrollTo(0, 0));
  await rested(page);
  // Only what is wrong is gathered, and in the page itself: no frame of another origin is looked at.
  const found = await new AxeBuilder({ page })
    .setLegacyMode()
    .options({ resultTypes: ['violations'] })
    .exclude('iframe')
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze();
  const told = found.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`);
  expect(told).toEqual([]);
  await fits(page);
}

/** Nothing fades in any more: a word caught on its way would be told as too pale. What turns for ever, like a loader, may. */
async function rested(page: Page): Promise<void> {
  const moving = () =>
    page.evaluate(
      () => document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity).length,
    );
  await expect.poll(moving, { message: 'what still moves' }).toBe(0);
}

async function fits(page: Page): Promise<void> {
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(over, 'pixels wider than the screen').toBeLessThanOrEqual(0);
}

/** Settled: no skeleton any more. */
export async function settled(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
}

/** What the page fetched of ours to stand here, itself among it; not what a merchant's data names. */
export async function filesOf(page: Page): Promise<string[]> {
  return page.evaluate(() => [
    location.pathname,
    ...performance
      .getEntriesByType('resource')
      .map((each) => new URL(each.name).pathname)
      .filter((path) => path.startsWith('/admin/')),
  ]);
}

/** Who asked for less motion gets none: nothing fades, so that a word is never caught between two inks. */
export async function isStill(page: Page): Promise<void> {
  const moving = await page.evaluate(() =>
    document.getAnimations().map(({ effect }) => (effect instanceof KeyframeEffect ? effect.target?.outerHTML : '')),
  );
  expect(moving, 'moves although less motion was asked for').toEqual([]);
}

/** For people who look at the walk, with PICTURES=1: a build looks at none. */
export async function picture(page: Page, name: string): Promise<void> {
  if (!process.env.PICTURES) return;
  await page.screenshot({ path: `target/screenshots/${name}.png`, fullPage: true, animations: 'disabled' });
}

const eyes = [
  { width: 1440, height: 900, colorScheme: 'light' },
  { width: 1440, height: 900, colorScheme: 'dark' },
  { width: 390, height: 844, colorScheme: 'light' },
  { width: 390, height: 844, colorScheme: 'dark' },
] as const;

/**
 * The page as it stands, on desk and phone, by day and by night. Each width and each scheme is looked at with axe, but not
 * each pair: what depends on both at once shows in the pictures.
 */
export async function isSoundEverywhere(page: Page, name: string): Promise<void> {
  const before = page.viewportSize();
  for (const { width, height, colorScheme } of eyes) {
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await isStill(page);
    if ((width === 390) === (colorScheme === 'dark')) await isSound(page);
    else await fits(page);
    await picture(page, `${name}-${width}-${colorScheme}`);
  }
  await page.emulateMedia({ colorScheme: 'light' });
  if (before) await page.setViewportSize(before);
}
