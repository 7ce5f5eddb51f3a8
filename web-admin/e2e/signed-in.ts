import type { Page } from '@playwright/test';
import { test as base, expect } from './lawful';

/** Who the tests sign in as; the embedded launcher's demo merchant unless told otherwise. */
export const owner = {
  email: process.env.ADMIN_EMAIL ?? 'owner@fjordwear.example',
  password: process.env.ADMIN_PASSWORD ?? 'rainy-fjord-lantern-42',
};

export async function signIn(page: Page): Promise<void> {
  await page.goto('/admin/sign-in');
  await page.getByLabel('E-mail address').fill(owner.email);
  await page.getByRole('textbox', { name: 'Password' }).fill(owner.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('heading', { level: 1, name: /^Hello/ })).toBeVisible();
}

type Saved = Awaited<ReturnType<ReturnType<Page['context']>['storageState']>>;

/** One sign-in for a whole run: the door counts tries. Pages also fail the test when anything breaks in the console. */
export const test = base.extend<{ quiet: undefined }, { session: Saved }>({
  session: [
    async ({ browser }, use, info) => {
      const page = await browser.newPage({ baseURL: info.project.use.baseURL });
      await signIn(page);
      const saved = await page.context().storageState();
      await page.close();
      await use(saved);
    },
    { scope: 'worker' },
  ],
  storageState: async ({ session }, use) => use(session),
  quiet: [
    async ({ page }, use) => {
      const broken: string[] = [];
      page.on('pageerror', (error) => broken.push(error.message));
      page.on('console', (message) => {
        if (message.type() === 'error') broken.push(message.text());
      });
      await use(undefined);
      expect(broken, 'errors in the console').toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
