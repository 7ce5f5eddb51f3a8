import { isSound, picture, settled } from './look';
import { expect, test } from './signed-in';

test('keys lead everywhere: palette, search, going', async ({ page }) => {
  await page.goto('/admin/');
  await settled(page);
  await page.keyboard.press('Control+k');
  await page.getByPlaceholder('Go to …').fill('orders');
  await page.getByText('What was bought; import files').click();
  await expect(page.getByRole('heading', { level: 1, name: 'Orders' })).toBeVisible();
  await expect(page.getByPlaceholder('Go to …')).toBeHidden();
  await page.keyboard.press('g');
  await page.keyboard.press('u');
  await expect(page.getByRole('heading', { level: 1, name: 'Rules' })).toBeVisible();
  await page.keyboard.press('/');
  await page.keyboard.type('no such return anywhere');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'No return fits' })).toBeVisible();
});

test('an agent approves a request from the review queue', async ({ page }) => {
  await page.goto('/admin/review');
  const first = page.locator('tbody tr').first();
  await expect(first).toBeVisible();
  const rma = (await first.locator('a').innerText()).trim();
  await first.locator('a').click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(rma);
  await page
    .getByRole('button', { name: /^Approve \d/ })
    .first()
    .click();
  const dialog = page.getByRole('dialog', { name: 'Approve items' });
  await expect(dialog).toBeVisible();
  await isSound(page);
  await picture(page, 'approve-dialog-1440-light');
  await dialog.getByRole('button', { name: /^Approve \d/ }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText(/: \d+ items? approved\./)).toBeVisible();
  await page.goto('/admin/review');
  await settled(page);
  await expect(page.locator('tbody').getByText(rma, { exact: true })).toHaveCount(0);
});

test('two agents never overwrite each other: the second is told that somebody was faster', async ({ page }) => {
  await page.goto('/admin/review');
  await page.locator('tbody a').first().click();
  await page.waitForURL(/returns\//);
  await settled(page);
  const address = page.url();
  const other = await page.context().newPage();
  await other.goto(address);
  await settled(other);
  await page.getByRole('button', { name: 'Reject' }).click();
  await page.getByRole('textbox', { name: /^Reason/ }).fill('The return window has ended.');
  for (const each of [other]) {
    await each.getByRole('button', { name: 'Ask for evidence' }).click();
    await each.getByRole('button', { name: 'Ask the shopper' }).click();
    await expect(each.getByRole('dialog')).toBeHidden();
  }
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Reject \d/ })
    .click();
  await expect(page.getByText('Somebody changed this return meanwhile.')).toBeVisible();
});

test('a rule is written, explained while it is typed, published with a note', async ({ page }) => {
  const name = `Small sums pass ${Date.now()}`;
  await page.goto('/admin/rules');
  await settled(page);
  await page.getByRole('button', { name: 'Add a rule' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill(name);
  await page.getByRole('button', { name: 'Add a condition' }).click();
  await page.getByTitle('Fact').last().click();
  await page
    .getByRole('option', { name: /order value/i })
    .first()
    .click();
  await page.getByTitle('Comparison').last().click();
  await page.getByRole('option').first().click();
  await page
    .getByRole('textbox', { name: /^Value of/ })
    .first()
    .fill('12.50');
  await page.getByRole('button', { name: 'Keep in the draft' }).click();
  await expect(page.getByRole('button', { name, exact: true })).toBeVisible();
  await isSound(page);
  await picture(page, 'rules-draft-1440-light');
  await page.getByRole('button', { name: 'Publish' }).click();
  const dialog = page.getByRole('dialog', { name: 'Publish the draft' });
  await expect(dialog.getByText(name, { exact: false }).first()).toBeVisible();
  await dialog.getByRole('textbox', { name: 'Note' }).fill('Tried by the browser tests.');
  await dialog.getByRole('button', { name: 'Publish' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText('Tried by the browser tests.')).toBeVisible();
});

test('a draft of rules is discarded, and brought back', async ({ page }) => {
  const name = `A second thought ${Date.now()}`;
  await page.goto('/admin/rules');
  await settled(page);
  await page.getByRole('button', { name: 'Add a rule' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill(name);
  const decision = page.getByRole('combobox', { name: 'Decision' }).or(page.getByRole('textbox', { name: 'Decision' }));
  await decision.first().click();
  await page.getByRole('option', { name: 'Reject' }).click();
  await page.getByRole('textbox', { name: /^Reason/ }).fill('Refunds end after 30 days.');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.getByRole('menuitem', { name: 'German (de)' }).press('Enter');
  await expect(page.getByRole('textbox', { name: 'The same in German' })).toBeFocused();
  await page.keyboard.type('Erstattungen gibt es nur 30 Tage lang.');
  await isSound(page);
  await page.getByRole('button', { name: 'Keep in the draft' }).click();
  const rule = page.getByRole('button', { name, exact: true });
  await expect(rule).toBeVisible();
  await page.getByRole('button', { name: 'Discard draft' }).click();
  await expect(page.getByText('The draft is discarded.')).toBeVisible();
  await expect(rule).toBeHidden();
  await isSound(page);
  await page.getByRole('button', { name: 'Bring it back' }).click();
  await expect(rule).toBeVisible();
  await page.getByRole('button', { name: 'Discard draft' }).click();
  await expect(rule).toBeHidden();
});

test('a setting is found by another word for it, and stood at', async ({ page }) => {
  await page.goto('/admin/settings/business');
  await settled(page);
  await page.getByRole('searchbox', { name: 'Find a setting' }).fill('label cost');
  await page.getByRole('link', { name: 'Cost of a label' }).click();
  await expect(page.getByRole('textbox', { name: 'Cost of a label' })).toBeFocused();
});

test('the message editor says what stands between braces, and puts values in', async ({ page }) => {
  await page.goto('/admin/messages/ON_ITS_WAY');
  await settled(page);
  await page.getByText('{% if parcel.tracking_number %}').click();
  await expect(page.getByRole('status', { name: 'What stands at the cursor' })).toContainText('sent only if');
  await page.getByRole('button', { name: 'Insert a value' }).click();
  await isSound(page);
  await picture(page, 'insert-a-value-1440-light');
  await page.getByRole('button', { name: /^The return's number/ }).click();
  await expect(page.getByRole('button', { name: 'Save these words' })).toBeEnabled();
});

test('the rules are tried on a real order, condition by condition', async ({ page }) => {
  // The demo's order that was delivered and not returned.
  await page.goto('/admin/orders?q=%222400%22');
  await page.getByRole('link', { name: '#2400' }).click();
  await page.getByRole('link', { name: 'Try the rules on this order' }).click();
  await expect(page.getByText(/Approved|Goes to review|Rejected/).first()).toBeVisible();
  await expect(page.getByRole('list', { name: 'Rules in order' }).first()).toBeVisible();
  await isSound(page);
  await picture(page, 'try-result-1440-light');
});

test('a warehouse clerk scans, counts, grades and closes on a phone', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('/admin/returns?group=ON_THE_WAY');
  const link = page.locator('tbody a').first();
  await expect(link).toBeVisible();
  const rma = (await link.innerText()).trim();
  await page.goto('/admin/receive');
  await page.getByLabel('Code').fill(rma.toLowerCase());
  await page.keyboard.press('Enter');
  await page.waitForURL(/receive\/.+/);
  await page
    .getByRole('button', { name: /^One more of/ })
    .first()
    .click();
  await page.getByRole('button', { name: 'As new' }).first().click();
  await page.getByRole('button', { name: 'Keep this grade' }).click();
  await expect(page.getByRole('button', { name: 'Grade again' })).toBeVisible();
  await isSound(page);
  await picture(page, 'receipt-390-light');
  await page.getByRole('button', { name: /^Close with/ }).click();
  await expect(page.getByText('the shopper is told')).toBeVisible();
});

test('an API client’s secret is shown once', async ({ page }) => {
  await page.goto('/admin/settings/api');
  await page.getByRole('button', { name: 'Add an API client' }).first().click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Browser test');
  await page.getByRole('checkbox', { name: 'returns:read' }).check();
  await page.getByRole('button', { name: 'Make id and secret' }).click();
  await expect(page.getByText('It is shown this once.')).toBeVisible();
  await isSound(page);
  await page.getByRole('button', { name: 'I have kept it' }).click();
  await expect(page.getByText('It is shown this once.')).toBeHidden();
});

test('a message is changed, previewed on a real return and put back', async ({ page }) => {
  await page.goto('/admin/messages/APPROVED');
  await settled(page);
  await page.getByRole('textbox', { name: 'Subject' }).fill('Good news for {{ return.rma }}');
  await expect(page.getByText(/^Good news for R-/)).toBeVisible();
  await page.getByRole('button', { name: 'Save these words' }).click();
  await expect(page.getByText('Saved. From now on it reads like this.')).toBeVisible();
  await page.getByRole('button', { name: 'Go back to Retour’s text' }).click();
  await expect(page.getByText('This is Retour’s own text.')).toBeVisible();
});
