import { readFileSync } from 'node:fs';
import { isSound, picture, settled } from './look';
import { expect, test } from './merchant-api';
import { because, find, onwards, pick, send } from './portal';
import { signIn } from './signed-in';

test('a policy goes out as a file, comes back changed, and judges live requests in the shadow', async ({
  page,
  browser,
  orders,
  lawful,
}) => {
  await signIn(page);
  await page.goto('/admin/rules');
  await settled(page);
  const discard = page.getByRole('button', { name: 'Discard draft' });
  if (await discard.isVisible()) await discard.click();
  await page.getByRole('button', { name: 'Files' }).click();
  const saved = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: /^Save version \d+ as a file$/ }).click();
  const file = await saved;
  expect(file.suggestedFilename()).toMatch(/^policy-version-\d+\.json$/);
  const policy = JSON.parse(readFileSync(await file.path(), 'utf8'));

  const read = async (content: unknown) => {
    const buffer = Buffer.from(JSON.stringify(content, null, 2));
    await page
      .getByLabel('Policy file', { exact: true })
      .setInputFiles({ name: 'mine.json', mimeType: 'application/json', buffer });
  };
  await page.getByRole('button', { name: 'Files' }).click();
  await page.getByRole('menuitem', { name: 'Read a file into the draft' }).click();
  const dialog = page.getByRole('dialog', { name: 'Read a policy file' });
  await read(policy);
  await expect(dialog.getByText('nothing would change')).toBeVisible();
  const careful = {
    id: 'e2e-careful',
    name: 'A person looks at all',
    when: { all: [] },
    then: { decision: { outcome: 'REVIEW' } },
  };
  await read({ ...policy, rules: [...policy.rules, { ...careful, then: { explode: true } }] });
  await expect(dialog.getByRole('alert')).toContainText(`Rule ${policy.rules.length + 1}, line `);
  await expect(dialog.getByRole('button', { name: 'Make it the draft' })).toBeDisabled();
  await read({ ...policy, rules: [careful, ...policy.rules] });
  await expect(dialog.getByText('A person looks at all')).toBeVisible();
  await isSound(page);
  await picture(page, 'policy-file-1440-light');
  await dialog.getByRole('button', { name: 'Make it the draft' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('button', { name: 'A person looks at all', exact: true })).toBeVisible();

  await page.goto('/admin/rules/shadow');
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  await expect(page.getByText('nothing was judged yet')).toBeVisible();
  const shopper = await browser.newPage({
    ...(test.info().project.use.baseURL ? { baseURL: test.info().project.use.baseURL } : {}),
  });
  await lawful(shopper.context());
  await find(shopper, orders.shadow.number, orders.shadow.postcode);
  await pick(shopper, 'Rowing shirt');
  await because(shopper, 'too_small');
  await shopper.waitForURL(/resolution$/);
  await shopper.locator('input[name=resolution][value=REFUND]').check();
  await onwards(shopper).click();
  const rma = await send(shopper);
  await shopper.close();
  await expect(page.getByRole('link', { name: rma })).toBeVisible();
  await expect(page.getByText('1 item was judged: it comes out differently.')).toBeVisible();
  await isSound(page);
  await picture(page, 'shadow-1440-light');
  await page.getByRole('button', { name: `Compare ${rma}` }).click();
  await expect(page.getByRole('dialog').getByText('The draft changes this', { exact: false })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Stop this run' }).click();
  await expect(page.getByText('stopped by hand').first()).toBeVisible();

  await page.goto('/admin/rules');
  await discard.click();
  await expect(page.getByRole('button', { name: 'A person looks at all', exact: true })).toBeHidden();
});
