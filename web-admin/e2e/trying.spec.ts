import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { ask } from './api';
import { isSound, picture, settled } from './look';
import { expect, test } from './signed-in';

type Standing = { policy: { draft: { version: number } | null } };

async function draftVersion(page: Page): Promise<number> {
  return (await ask<Standing>(page, '{ policy { draft { version } } }')).policy.draft?.version ?? 0;
}

const nobodyIsDecided = {
  id: 'e2e-review',
  name: 'A person looks at everything',
  when: { all: [] },
  then: { decision: { outcome: 'REVIEW' } },
};

test.beforeEach(async ({ page }) => {
  const input = { version: await draftVersion(page), rules: [nobodyIsDecided] };
  await ask(
    page,
    'mutation($input: SavePolicyDraftInput!) { savePolicyDraft(input: $input) { userErrors { message } } }',
    {
      input,
    },
  );
});

test.afterEach(async ({ page }) => {
  const version = await draftVersion(page);
  if (version === 0) return;
  await ask(
    page,
    'mutation($input: DiscardPolicyDraftInput!) { discardPolicyDraft(input: $input) { userErrors { message } } }',
    { input: { version } },
  );
});

test('a past return is tried side by side, kept as an example, and the example that fails stops publishing', async ({
  page,
}) => {
  const { returns } = await ask<{ returns: { edges: { node: { rmaNumber: string } }[] } }>(
    page,
    '{ returns(first: 1, filter: { group: APPROVED }) { edges { node { rmaNumber } } } }',
  );
  const rma = returns.edges[0]?.node.rmaNumber ?? 'no approved return in the demo';
  await page.goto('/admin/rules/try');
  await settled(page);
  await page.getByRole('combobox', { name: 'Past return' }).fill(rma);
  await page.getByRole('option', { name: new RegExp(`^${rma} ·`) }).click();
  await expect(page).toHaveURL(/decision=/);
  await expect(page.getByRole('heading', { name: /^In force · version/ })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Draft' })).toBeVisible();
  await expect(page.getByText('Only in the draft')).toBeVisible();
  await isSound(page);
  await picture(page, 'try-past-return-1440-light');

  const name = `Stays approved ${Date.now().toString(36)}`;
  await page.getByRole('button', { name: 'Save as an example' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill(name);
  await page.getByRole('combobox', { name: 'It must be' }).click();
  await page.getByRole('option', { name: 'Approved' }).click();
  await page.getByRole('button', { name: 'Save the example' }).click();
  await expect(page.getByText(`“${name}” is kept.`, { exact: false })).toBeVisible();

  const { policy } = await ask<Standing>(page, '{ policy { draft { version } } }');
  const { publishPolicyDraft: published } = await ask<{ publishPolicyDraft: { userErrors: { message: string }[] } }>(
    page,
    'mutation($input: PublishPolicyDraftInput!) { publishPolicyDraft(input: $input) { userErrors { message } } }',
    { input: { version: policy.draft?.version, note: 'must not go through', idempotencyKey: name } },
  );
  expect(published.userErrors[0]?.message).toContain(name);

  await page.getByRole('link', { name: 'Examples' }).click();
  const example = page.getByRole('listitem').filter({ hasText: name });
  await expect(example.getByText('Fails')).toBeVisible();
  await expect(page.getByText(/so it cannot be published/)).toBeVisible();
  await picture(page, 'example-fails-1440-light');
  await example.getByRole('button', { name: 'Remove' }).click();
  await page.getByRole('button', { name: 'Remove it' }).click();
  await expect(page.getByText(name)).toHaveCount(0);
});

test('the draft is run on history, a change is opened, and the changes are kept as a file', async ({ page }) => {
  await page.goto('/admin/rules/history');
  await settled(page);
  await page.getByRole('textbox', { name: 'How far back' }).fill('365');
  await page.getByRole('button', { name: 'Run on your history' }).click();
  await expect(page.getByRole('list', { name: 'What would change' })).toContainText('approved now would go to review');
  await expect(page.getByRole('heading', { name: /would come out differently$/ })).toBeVisible();
  await settled(page);
  await isSound(page);
  await picture(page, 'history-result-1440-light');

  await page
    .getByRole('button', { name: /^Compare R-/ })
    .first()
    .click();
  const both = page.getByRole('dialog');
  await expect(both.getByRole('heading', { name: 'Draft as it was tried' })).toBeVisible();
  await expect(both.getByText('A person looks at everything').first()).toBeVisible();
  await page.keyboard.press('Escape');

  const kept = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download as CSV' }).click();
  const file = await kept;
  expect(file.suggestedFilename()).toMatch(/^changed-items-.*\.csv$/);
  const lines = readFileSync(await file.path(), 'utf8')
    .trim()
    .split('\r\n');
  expect(lines[0]).toContain('"Return","Order","Item"');
  expect(lines.slice(1).every((line) => line.startsWith('"R-'))).toBe(true);
  expect(lines.length).toBeGreaterThan(1);
});
