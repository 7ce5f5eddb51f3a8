import type { Page } from '@playwright/test';
import { ask } from '../e2e/api';
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

/** Lowers the demo's thresholds, so that there is a draft to try; thrown away at the end. */
async function lowered(page: Page): Promise<void> {
  const { policy } = await ask<{ policy: { draft: { version: number } | null } }>(
    page,
    '{ policy { draft { version } } }',
  );
  const content = await ask<{ policyFile: string }>(page, '{ policyFile }');
  const lower = content.policyFile.replaceAll('"100.00"', '"60.00"');
  expect(lower).not.toEqual(content.policyFile);
  await ask(
    page,
    'mutation($input: ImportPolicyFileInput!) { importPolicyFile(input: $input) { userErrors { message } } }',
    { input: { version: policy.draft?.version ?? 0, content: lower } },
  );
}

test('rules are written, tried, and run on history', async ({ page }) => {
  await page.setViewportSize(desk);
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  await lowered(page);
  await page.goto('/admin/rules');
  await settled(page);
  await page.waitForLoadState('networkidle');
  await page.screenshot({ path: 'tour/rules.png' });
  await page.getByRole('button', { name: /^Wrong size, small order/ }).click();
  await page.getByText('It reads').waitFor();
  await page.waitForLoadState('networkidle');
  await page.getByRole('textbox', { name: 'Name' }).evaluate((field) => field.scrollIntoView({ block: 'center' }));
  await page.mouse.wheel(0, 260);
  await page.waitForTimeout(300);
  await page.screenshot({ path: 'tour/rules-builder.png' });

  await page.goto('/admin/rules/history');
  await settled(page);
  await page.getByRole('button', { name: 'Run on your history' }).click();
  await page.waitForURL(/test=/);
  await expect(page.getByRole('heading', { name: /would come out differently$/ })).toBeVisible();
  await settled(page);
  await page.screenshot({ path: 'tour/rules-history.png' });
  await page
    .getByRole('button', { name: /^Compare R-/ })
    .first()
    .click();
  await expect(page.getByRole('dialog').getByRole('heading', { name: 'Draft as it was tried' })).toBeVisible();
  await page.waitForLoadState('networkidle');
  await page.screenshot({ path: 'tour/rules-compare.png' });
  await page.keyboard.press('Escape');

  await page.goto('/admin/rules');
  await settled(page);
  await page.getByRole('button', { name: 'Publish' }).click();
  await expect(page.getByRole('dialog', { name: 'Publish the draft' })).toBeVisible();
  await page.waitForLoadState('networkidle');
  await page.screenshot({ path: 'tour/rules-publish.png' });
  const { policy } = await ask<{ policy: { draft: { version: number } } }>(page, '{ policy { draft { version } } }');
  await ask(
    page,
    'mutation($input: DiscardPolicyDraftInput!) { discardPolicyDraft(input: $input) { userErrors { message } } }',
    { input: { version: policy.draft.version } },
  );
});

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
