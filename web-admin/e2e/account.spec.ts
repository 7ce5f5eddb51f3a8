import type { Page } from '@playwright/test';
import { code } from './authenticator';
import { linkTo, mailTo } from './inbox';
import { expect, test } from './lawful';
import { isSoundEverywhere, settled } from './look';

const run = Date.now().toString(36);
const olga = { email: `olga-${run}@merchant.example`, password: 'quiet meadow lantern 58 rowing' };
const mia = { email: `mia-${run}@merchant.example`, password: 'seven tidy herons over the bay' };

async function signIn(page: Page, person: { email: string; password: string }): Promise<void> {
  await page.getByLabel('E-mail address').fill(person.email);
  await page.getByRole('textbox', { name: 'Password' }).fill(person.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

test('a merchant signs up, invites, guards their sign-in with a code, and gets over a forgotten password', async ({
  page,
  browser,
  baseURL,
  lawful,
}) => {
  await page.goto('/admin/sign-up');
  await page.getByLabel('Business name').fill(`Håven & Søn ${run}`);
  await expect(page.getByLabel('Portal address')).toHaveValue(`haven-son-${run}`);
  await page.getByLabel('Your name').fill('Olga Owner');
  await page.getByLabel('Your e-mail address').fill(olga.email);
  const password = page.getByRole('textbox', { name: 'Password' });
  await password.fill('password1234');
  await expect(page.getByText(/This password is (guessed|very weak|weak)/)).toBeVisible();
  await password.fill(olga.password);
  await expect(page.getByText(/This password is (good|very strong)/)).toBeVisible();
  await isSoundEverywhere(page, 'account-sign-up');
  await page.getByRole('button', { name: 'Open the account' }).click();
  await expect(page.getByText(olga.email)).toBeVisible();

  // Before the address is confirmed, the right password opens nothing.
  await page.goto('/admin/sign-in');
  await signIn(page, olga);
  await expect(page.getByRole('alert')).toBeVisible();
  const confirm = linkTo(await mailTo(page, olga.email, /confirm/i), 'confirm-email');
  await page.goto(confirm);
  await page.getByRole('button', { name: /confirm/i }).click();
  await page.waitForURL(/sign-in/);
  await signIn(page, olga);
  await expect(page.getByRole('heading', { level: 1, name: /^Hello/ })).toBeVisible();
  await settled(page);
  await isSoundEverywhere(page, 'account-first-home');

  // Somebody of the team.
  await page.goto('/admin/settings/staff');
  await page
    .getByRole('button', { name: /invite/i })
    .first()
    .click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('E-mail address').fill(mia.email);
  await dialog.getByRole('combobox', { name: 'Role' }).click();
  await page.getByRole('option', { name: 'Warehouse' }).click();
  await isSoundEverywhere(page, 'account-invite');
  await dialog.getByRole('button', { name: /send/i }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText(mia.email).first()).toBeVisible();
  const theirs = await browser.newContext({ baseURL });
  await lawful(theirs);
  const theirPage = await theirs.newPage();
  await theirPage.goto(linkTo(await mailTo(theirPage, mia.email, /invites you/), 'accept-invitation'));
  await theirPage.getByLabel('Your name').fill('Mia Member');
  await theirPage.getByRole('textbox', { name: 'Password' }).fill(mia.password);
  await isSoundEverywhere(theirPage, 'account-accept');
  await theirPage.getByRole('button', { name: /^Join/ }).click();
  await theirPage.waitForURL(/sign-in/);
  await signIn(theirPage, mia);
  await expect(theirPage.getByRole('heading', { level: 1, name: /^Hello/ })).toBeVisible();
  await theirs.close();
  await page.reload();
  await expect(page.getByRole('cell', { name: /Mia Member/ })).toBeVisible();

  // Codes of an app from now on.
  await page.goto('/admin/settings/security');
  await page.getByLabel('Your password').fill(olga.password);
  await page.getByRole('button', { name: 'Set it up' }).click();
  const key = (await page.locator('code').innerText()).replaceAll(' ', '');
  await isSoundEverywhere(page, 'account-totp');
  await page.getByLabel('Digit 1 of 6').click();
  await page.keyboard.type(code(key));
  await page.getByRole('button', { name: 'Switch it on' }).click();
  await expect(page.getByRole('button', { name: 'Switch it off' })).toBeVisible();
  const onPaper = page.getByRole('list', { name: 'Recovery codes' }).getByRole('listitem');
  await expect(onPaper).toHaveCount(10);
  const recoveryCode = await onPaper.first().innerText();
  await isSoundEverywhere(page, 'account-recovery-codes');
  await page.getByRole('button', { name: 'I have saved them' }).click();
  await expect(page.getByText('10 left')).toBeVisible();
  await expect(page.getByRole('cell', { name: /This one/ })).toBeVisible();
  await page.getByRole('button', { name: /: account$/ }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await page.waitForURL(/sign-in/);

  // The password is forgotten; the code is still asked for.
  await page.goto('/admin/forgot-password');
  await page.getByLabel('E-mail address').fill(olga.email);
  await page.getByRole('button', { name: /send/i }).click();
  await expect(page.getByText(olga.email)).toBeVisible();
  await page.goto(linkTo(await mailTo(page, olga.email, /new password/i), 'reset-password'));
  const next = { ...olga, password: 'eleven patient otters knit a net' };
  await page.getByRole('textbox', { name: 'New password' }).fill(next.password);
  await isSoundEverywhere(page, 'account-reset');
  await page.getByRole('button', { name: 'Set the password' }).click();
  await page.waitForURL(/sign-in/);
  await signIn(page, olga);
  await expect(page.getByRole('alert')).toBeVisible();
  await signIn(page, next);
  await expect(page.getByLabel('Digit 1 of 6')).toBeVisible();
  await isSoundEverywhere(page, 'account-code');
  await page.getByLabel('Digit 1 of 6').click();
  // The next one: the code that switched it on is used up.
  await page.keyboard.type(code(key, 1));
  await expect(page.getByRole('heading', { level: 1, name: /^Hello/ })).toBeVisible();

  // Without the phone: a code on paper, once.
  await page.getByRole('button', { name: /: account$/ }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await page.waitForURL(/sign-in/);
  for (const takes of [true, false]) {
    await signIn(page, next);
    await page.getByRole('button', { name: /Use a recovery code/ }).click();
    await page.getByLabel('Recovery code').fill(recoveryCode);
    if (takes) await isSoundEverywhere(page, 'account-recovery-code');
    await page.getByRole('button', { name: 'Sign in' }).click();
    if (!takes) {
      await expect(page.getByLabel('Recovery code')).toHaveAccessibleDescription(/used before/);
      continue;
    }
    await expect(page.getByRole('heading', { level: 1, name: /^Hello/ })).toBeVisible();
    await page.goto('/admin/settings/security');
    await expect(page.getByText('9 left')).toBeVisible();
    await settled(page);
    await isSoundEverywhere(page, 'account-security');
    await page.getByRole('button', { name: /: account$/ }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await page.waitForURL(/sign-in/);
  }
});
