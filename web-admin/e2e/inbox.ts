import { expect, type Page } from '@playwright/test';

/** Waits for a mail to this address at the inbox page, and gives its text. */
export async function mailTo(page: Page, address: string, subject: RegExp): Promise<string> {
  const inbox = await page.context().newPage();
  const mail = inbox.getByRole('link').filter({ hasText: address }).filter({ hasText: subject }).first();
  await expect(async () => {
    await inbox.goto('/inbox');
    await expect(mail).toBeVisible({ timeout: 1000 });
  }).toPass({ timeout: 120_000 });
  await mail.click();
  await inbox.waitForURL(/inbox\/\d+/);
  const text = (await inbox.locator('pre').textContent()) ?? '';
  await inbox.close();
  return text;
}

/** The first address in a mail that leads there, as a path. */
export function linkTo(text: string, place: string): string {
  const found = text.match(new RegExp(`https?://[^/\\s]+(/\\S*${place}\\S*)`));
  expect(found, `an address with ${place} in: ${text}`).not.toBeNull();
  return found?.[1] ?? '';
}
