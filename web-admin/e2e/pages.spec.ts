import type { Page } from '@playwright/test';
import { filesOf, isSoundEverywhere, settled } from './look';
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
  at(
    'try-case',
    `rules/try?facts=${encodeURIComponent(JSON.stringify({ 'order.value': ['50.00'], 'item.tags': [] }))}`,
  ),
  at('history', 'rules/history'),
  at('shadow', 'rules/shadow'),
  at('version', 'rules/versions/1'),
  at('examples', 'rules/examples'),
  at('guards', 'rules/guards'),
  at('facts', 'rules/facts'),
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

test('the API is tried out in its own page', async ({ page }) => {
  await page.goto('/graphiql/');
  await expect(async () => {
    await page.getByRole('button', { name: 'Execute query' }).click();
    await expect(page.getByText('"data"')).toBeVisible({ timeout: 2_000 });
  }).toPass();
});

test('a message is shown as it is sent, with its own styles', async ({ page }) => {
  await page.goto('/admin/messages/APPROVED');
  const mail = page.frameLocator('iframe[title="The message"]');
  await expect(mail.locator('body')).toContainText('What to do');
  await expect(mail.locator('[style*="border-top"]').first()).not.toHaveCSS('border-top-width', '0px');
});

for (const { name, open } of places) {
  test(`${name} is sound on desk and phone, by day and by night`, async ({ page }) => {
    await page.setViewportSize({ width: 1440, height: 900 });
    await open(page);
    await settled(page);
    await expect(page.getByRole('alert')).toHaveCount(0);
    expect((await filesOf(page)).length, 'files that the page fetched').toBeLessThanOrEqual(12);
    await isSoundEverywhere(page, name);
    await expect(page.getByRole('alert')).toHaveCount(0);
  });
}
