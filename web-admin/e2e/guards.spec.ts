import { expect, test } from './signed-in';

test('A cap says what it does while one types, is refused by its field, and is switched off again', async ({
  page,
}) => {
  await page.goto('/admin/rules/guards');
  await expect(page.getByText('No cap is on')).toBeVisible();
  await page.getByRole('switch', { name: 'Cap the number of automatic approvals' }).click();
  const most = page.getByLabel('At most', { exact: true });
  await most.fill('3');
  await expect(page.getByText('at most 3 returns of one shopper in 30 days')).toBeVisible();
  await page.getByRole('switch', { name: 'Cap their value' }).click();
  const amount = page.getByLabel('At most, in EUR');
  await amount.fill('nothing');
  await page.getByRole('button', { name: 'Save caps' }).click();
  await expect(page.getByText('Give an amount above 0 in EUR')).toBeVisible();
  await amount.fill('250');
  await page.getByRole('button', { name: 'Save caps' }).click();
  await expect(page.getByText('Saved. New requests follow it.').first()).toBeVisible();

  await page.reload();
  await expect(page.getByText(/at most 3 returns, together worth at most €250.00 of one shopper/)).toBeVisible();
  await page.getByRole('switch', { name: 'Cap the number of automatic approvals' }).click();
  await page.getByRole('switch', { name: 'Cap their value' }).click();
  await page.getByRole('button', { name: 'Save caps' }).click();
  await expect(page.getByText('No cap is on')).toBeVisible();
});

test('A fact of the shop is found, added with what to send for it, and archived', async ({ page }) => {
  const name = `tier${Date.now().toString(36)}`;
  await page.goto('/admin/rules/facts');
  await page.getByRole('textbox', { name: 'Find a fact' }).fill('days delivery');
  await expect(page.getByText('item.daysSinceDelivery')).toHaveCount(1);
  await expect(page.getByText('Stock keeping unit of the variant')).toHaveCount(0);

  await page.getByRole('button', { name: 'Add a fact' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('How a sentence names it').fill(`the ${name}`);
  await dialog.getByLabel('Name in the API').fill('Wrong Name');
  await dialog.getByLabel('Attribute', { exact: true }).fill(`shop_${name}`);
  await dialog.getByRole('button', { name: 'Add the fact' }).click();
  await expect(dialog.getByText('a small letter first')).toBeVisible();
  await dialog.getByLabel('Name in the API').fill(name);
  await expect(dialog.getByText(`shop_${name}`)).toBeVisible();
  await dialog.getByRole('button', { name: 'Add the fact' }).click();
  await expect(dialog).toHaveCount(0);

  const row = page.getByRole('row').filter({ hasText: `custom.${name}` });
  await row.getByRole('button', { name: 'Archive' }).click();
  await expect(row.getByText('Archived')).toBeVisible();
});
