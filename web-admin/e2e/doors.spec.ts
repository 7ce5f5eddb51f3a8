import { expect, test } from './lawful';
import { isSound, picture } from './look';
import { owner } from './signed-in';

for (const door of ['sign-in', 'sign-up', 'forgot-password', 'reset-password?token=x', 'confirm-email?token=x']) {
  test(`${door} is sound without a session`, async ({ page }) => {
    for (const width of [1440, 390]) {
      await page.setViewportSize({ width, height: 900 });
      await page.goto(`/admin/${door}`);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await isSound(page);
      await picture(page, `${door.split('?')[0]}-${width}-light`);
    }
  });
}

test('a page behind the door asks to sign in and comes back to it', async ({ page }) => {
  await page.goto('/admin/orders');
  await page.getByLabel('E-mail address').fill(owner.email);
  await page.getByRole('textbox', { name: 'Password' }).fill(owner.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Orders' })).toBeVisible();
});

test('a wrong password and an unknown address are told alike', async ({ page }) => {
  const said: string[] = [];
  for (const email of [owner.email, 'nobody@nowhere.example']) {
    await page.goto('/admin/sign-in');
    await page.getByLabel('E-mail address').fill(email);
    await page.getByRole('textbox', { name: 'Password' }).fill('not-the-right-one-7');
    await page.getByRole('button', { name: 'Sign in' }).click();
    said.push(await page.getByRole('alert').innerText());
  }
  expect(said[0]).toBe(said[1]);
});

test('what is typed before the server knows who it is stays', async ({ page }) => {
  /** Types while the answer is held back, lets it through, and waits until it is painted. */
  const typedTooEarly = async (door: string, field: string, value: string) => {
    let answer = () => {};
    const held = new Promise<void>((resolve) => {
      answer = resolve;
    });
    await page.route('**/session', async (route) => {
      await held;
      await route.continue();
    });
    await page.goto(`/admin/${door}`, { waitUntil: 'commit' });
    await page.getByLabel(field).fill(value);
    const told = page.waitForResponse('**/session');
    answer();
    await told;
    await page.evaluate(() => new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted))));
    await expect(page.getByLabel(field)).toHaveValue(value);
    await page.unroute('**/session');
  };
  await typedTooEarly('sign-in', 'E-mail address', owner.email);
  await typedTooEarly('sign-up', 'Business name', 'Håven & Søn');
  await expect(page.getByLabel('Portal address')).toHaveValue('haven-son');
});
