import type { Page } from '@playwright/test';
import { isSound, picture, settled } from './look';
import { expect, test } from './signed-in';

const says = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

/** Types into the select that has the focus, and takes what it finds. */
async function pick(page: Page, name: string, words: string): Promise<void> {
  const field = page.getByRole('combobox', { name }).or(page.getByRole('textbox', { name })).last();
  await field.focus();
  await field.fill(words);
  // Faster than a person: not before the list shows what fits.
  await expect(page.getByRole('option').filter({ visible: true }).first()).toContainText(new RegExp(words, 'i'));
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
}

test('a rule is written by keyboard, undone, done again, found to come too late, tried and published', async ({
  page,
}) => {
  const name = `Too late ${Date.now()}`;
  await page.goto('/admin/rules');
  await settled(page);

  await page.getByRole('button', { name: 'Add a rule' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('textbox', { name: 'Name' }).focus();
  await page.keyboard.type(name);
  await page.getByRole('link', { name: 'Try', exact: true }).click();
  await page.getByRole('dialog', { name: 'Leave this rule?' }).getByRole('button', { name: 'Keep writing' }).click();
  await expect(page.getByRole('textbox', { name: 'Name' })).toHaveValue(name);
  await page.getByRole('button', { name: 'Add a condition' }).focus();
  await page.keyboard.press('Enter');
  await pick(page, 'Fact', 'order value');
  // Nobody is told off before having typed anything.
  await expect(page.getByText('Give a value to compare with')).toHaveCount(0);
  await page.getByRole('button', { name: 'Keep in the draft' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('Give a value to compare with')).toBeVisible();
  await page.keyboard.type('5000');
  await page.keyboard.press('Enter');
  await expect(says(page, name)).toBeFocused();
  const row = page.locator('[data-rule]').filter({ has: says(page, name) });
  await expect(row).toContainText('IF the order value is exactly €5,000');

  await page.keyboard.press('Control+z');
  await expect(says(page, name)).toHaveCount(0);
  await page.keyboard.press('Control+Shift+z');
  await expect(says(page, name)).toBeVisible();

  await row.getByRole('button', { name: `Move ${name} up` }).focus();
  await page.keyboard.press('Enter');
  await expect(row.getByRole('button', { name: `Move ${name} up` })).toBeFocused();
  await expect(page.getByRole('status').filter({ hasText: `“${name}” is number` })).toHaveCount(1);

  const side = page.getByRole('region', { name: 'What this does' });
  await row.getByRole('list', { name: 'Found in this rule' }).getByRole('button').first().click();
  const found = side.getByRole('listitem').filter({ hasText: name }).first();
  await expect(found).toBeVisible();
  await isSound(page);
  await picture(page, 'rules-analysed-1440-light');

  await page.getByRole('button', { name: 'Publish' }).click();
  const dialog = page.getByRole('dialog', { name: 'Publish the draft' });
  await expect(dialog.getByText('the order value is exactly €5,000').first()).toBeVisible();
  await isSound(page);
  await dialog.getByRole('textbox', { name: 'Note' }).fill('Written by keyboard.');
  await dialog.getByRole('button', { name: 'Publish' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText('Written by keyboard.')).toBeVisible();

  await side.getByText('often intended').click();
  await side.getByRole('link', { name: 'Open in Try' }).first().click();
  await page.waitForURL(/rules\/try\?facts=/);
});
