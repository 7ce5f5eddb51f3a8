import type { Page } from '@playwright/test';
import { isSound, isStill, picture, settled } from './look';
import { expect, test } from './signed-in';

type Place = { name: string; open: (page: Page) => Promise<unknown> };

const at = (name: string, path: string): Place => ({ name, open: (page) => page.goto(`/admin/${path}`) });

const first = (name: string, list: string): Place => ({
  name,
  open: async (page) => {
    await page.goto(`/admin/${list}`);
    await page.locator('tbody a').first().click();
    await page.waitForURL((url) => url.pathname.split('/').length > 3);
  },
});

const places: Place[] = [
  at('home', ''),
  at('nothing', 'nothing/at/all'),
  at('returns', 'returns'),
  first('return', 'returns'),
  at('review', 'review'),
  first('review-case', 'review'),
  at('receive', 'receive'),
  at('refunds', 'refunds'),
  at('tasks', 'tasks'),
  at('rules', 'rules'),
  at('try', 'rules/try'),
  at('messages', 'messages'),
  at('template', 'messages/APPROVED'),
  at('ledger', 'messages/ledger'),
  at('orders', 'orders'),
  first('order', 'orders'),
  at('import', 'orders/import'),
  at('settings-business', 'settings/business'),
  at('settings-brand', 'settings/brand'),
  at('settings-returns', 'settings/returns'),
  at('settings-reasons', 'settings/reasons'),
  at('settings-staff', 'settings/staff'),
  at('settings-api', 'settings/api'),
  at('settings-tracking', 'settings/tracking'),
  at('settings-security', 'settings/security'),
  at('settings-audit', 'settings/audit'),
];

const eyes = [
  { width: 1440, height: 900, colorScheme: 'light' },
  { width: 1440, height: 900, colorScheme: 'dark' },
  { width: 390, height: 844, colorScheme: 'light' },
  { width: 390, height: 844, colorScheme: 'dark' },
] as const;

for (const { name, open } of places) {
  test(`${name} is sound on desk and phone, by day and by night`, async ({ page }) => {
    await page.setViewportSize({ width: 1440, height: 900 });
    await open(page);
    for (const { width, height, colorScheme } of eyes) {
      await page.setViewportSize({ width, height });
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await isStill(page);
      await settled(page);
      await expect(page.getByRole('alert')).toHaveCount(0);
      await isSound(page);
      await picture(page, `${name}-${width}-${colorScheme}`);
    }
  });
}
