import { isSoundEverywhere, settled } from './look';
import { expect, test } from './signed-in';

test('a parcel is closed without grades, found again by its slip and inspected later', async ({ page }) => {
  const shots = async (name: string) => {
    await settled(page);
    await isSoundEverywhere(page, `inspect-later-${name}`);
  };
  await page.goto('/admin/returns?tab=approved');
  await settled(page);
  const rows = page.locator('tbody tr', { hasText: /On its way|Approved|Delivered/ });
  const rma = (await rows.first().locator('a').first().innerText()).trim();
  await page.goto('/admin/receive');
  await page.getByLabel('Code').fill(rma);
  await page.getByRole('button', { name: 'Open the parcel' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(rma);
  const more = page.getByRole('button', { name: /One more/ }).first();
  const number = page.locator('[aria-live="polite"]').first();
  const expected = Number((await number.innerText()).split(' of ')[1]);
  for (let i = 0; i <= expected; i++) {
    await more.click();
    await expect(number).toHaveText(`${i + 1} of ${expected}`);
  }
  await shots('counting');
  await page.getByRole('button', { name: /^Close with/ }).click();
  await page.getByRole('button', { name: 'Close and inspect later' }).waitFor();
  await shots('asks');
  await page.getByRole('button', { name: 'Close and inspect later' }).click();
  await expect(page.getByText('Waiting for inspection')).toBeVisible();
  await expect(page.getByText('the shopper is told')).toBeHidden();
  await shots('receive');
  await page.getByLabel('Code').fill(rma);
  await page.getByRole('button', { name: 'Open the parcel' }).click();
  await expect(page.getByRole('link', { name: 'Inspect now' })).toBeVisible();
  await shots('offers');
  await page.getByRole('link', { name: 'Inspect now' }).click();
  await shots('inspect');
  await page.getByRole('link', { name: rma }).click();
  await expect(page.getByRole('link', { name: /^Inspect/ })).toBeVisible();
  await shots('return');
});
