import { settled } from '../e2e/look';
import { find, pick } from '../e2e/portal';
import { expect, test } from '../e2e/signed-in';

/*
 * The README's pictures, taken of a freshly started demo: `npm run tour` (BASE_URL names another address). Not part of
 * the tests: it is run by hand when the look has changed, and its pictures are looked at before they are committed.
 */
const desk = { width: 1440, height: 900 };
const phone = { width: 390, height: 844 };

const rooms = [
  ['home', ''],
  ['returns', 'returns'],
  ['review', 'review'],
  ['rules', 'rules'],
  ['messages', 'messages/APPROVED'],
] as const;

for (const [name, path] of rooms) {
  test(name, async ({ page }) => {
    await page.setViewportSize(desk);
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
    await page.goto(`/admin/${path}`);
    await settled(page);
    await page.waitForLoadState('networkidle');
    await page.screenshot({ path: `tour/${name}.png` });
  });
}

test('a return, by day and by night', async ({ page }) => {
  await page.setViewportSize(desk);
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  await page.goto('/admin/returns?group=REFUND_DUE');
  await page.locator('tbody a').first().click();
  await page.waitForURL(/returns\//);
  await settled(page);
  await page.waitForLoadState('networkidle');
  await page.screenshot({ path: 'tour/return-detail.png' });
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  await page.screenshot({ path: 'tour/return-detail-dark.png' });
});

test('a clerk counts on a phone', async ({ page }) => {
  await page.setViewportSize(phone);
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  await page.goto('/admin/returns?group=ON_THE_WAY');
  const rma = await page.locator('tbody a').first().innerText();
  await page.goto('/admin/receive');
  await page.getByLabel('Code').fill(rma.trim());
  await page.keyboard.press('Enter');
  await page.waitForURL(/receive\/.+/);
  await settled(page);
  await page
    .getByRole('button', { name: /^One more of/ })
    .first()
    .click();
  await page.waitForLoadState('networkidle');
  await page.screenshot({ path: 'tour/receive-phone.png' });
});

test('a shopper asks, and follows', async ({ page, baseURL, browser }) => {
  await page.setViewportSize(phone);
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  await find(page, '2400', 'mara.brandt.0@shopper.example');
  await page.waitForLoadState('networkidle');
  await page.screenshot({ path: 'tour/portal-phone.png', fullPage: true });
  await pick(page, (await page.locator('.goods b').first().innerText()).trim());

  const staff = await browser.newPage({ baseURL, storageState: await page.context().storageState() });
  await staff.goto('/admin/returns?group=ON_THE_WAY');
  await staff.locator('tbody a').nth(2).click();
  await staff.waitForURL(/returns\//);
  const order = await staff.getByRole('link', { name: /^#\d+/ }).innerText();
  const email = await staff.getByRole('button', { name: /^Copy .+@/ }).getAttribute('aria-label');
  await staff.close();
  await find(page, order, (email ?? '').replace('Copy ', ''));
  const mine = page.locator('a[href*="/returns/"]').first();
  await mine.click();
  await page.waitForURL(/returns\/[^/]+$/);
  await expect(page.locator('.milestones')).toBeVisible();
  await page.waitForLoadState('networkidle');
  await page.screenshot({ path: 'tour/portal-status.png', fullPage: true });
});
