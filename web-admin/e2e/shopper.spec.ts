import { linkTo, mailTo } from './inbox';
import { isSound, isSoundEverywhere, picture } from './look';
import { expect, test } from './merchant-api';
import { because, find, onwards, photo, pick, portal, send } from './portal';

test('a shopper shows a broken torch in photos, and a person looks at it', async ({ page, orders }) => {
  const { number, email } = orders.photos;
  await page.goto(portal);
  await isSoundEverywhere(page, 'portal-find');
  await page.getByLabel(/order number/i).fill(number);
  await page.getByLabel(/postcode/i).fill('somebody@else.example');
  await onwards(page).click();
  await expect(page.getByRole('alert')).toBeVisible();
  await isSoundEverywhere(page, 'portal-find-refused');
  await page.getByLabel(/postcode/i).fill(email);
  await onwards(page).click();

  await page.waitForURL(/return\/items$/);
  await expect(page.getByRole('checkbox')).toHaveCount(2);
  await onwards(page).click();
  await expect(page.getByRole('alert')).toBeVisible();
  await isSoundEverywhere(page, 'portal-items');
  await page.getByRole('checkbox', { name: 'Head torch' }).check();
  await onwards(page).click();
  await page.waitForURL(/reason$/);
  await isSoundEverywhere(page, 'portal-reason');
  await because(page, 'defective', 'It flickers and goes dark.');

  await page.waitForURL(/evidence$/);
  await isSoundEverywhere(page, 'portal-evidence');
  await page
    .locator('input[type=file]')
    .setInputFiles([photo('dark.png', 20, 20, 30), photo('crack.png', 200, 60, 40)]);
  await onwards(page).click();
  await page.waitForURL(/check$/);
  await expect(page.getByText('129.00').first()).toBeVisible();
  await isSoundEverywhere(page, 'portal-check');
  const rma = await send(page);
  await expect(page.locator('.hero.is-in_review')).toBeVisible();
  await isSoundEverywhere(page, 'portal-decision-review');

  await page.locator('main a.button.wide').click();
  await page.waitForURL(/returns\/[^/]+$/);
  await expect(page.getByText(rma).first()).toBeVisible();
  await isSoundEverywhere(page, 'portal-status-review');
  expect(await mailTo(page, email, /request/i)).toContain(rma);
});

test('a shopper finds by postcode, asks for another size, prints the slip and tells the number', async ({
  page,
  orders,
}) => {
  const { number, email, postcode } = orders.size;
  await find(page, `#${number}`.toUpperCase(), ` ${postcode} `);
  await pick(page, 'Rowing shirt');
  await because(page, 'too_small');
  await page.waitForURL(/resolution$/);
  await isSoundEverywhere(page, 'portal-resolution');
  await page.locator('input[name=resolution][value=EXCHANGE]').check();
  await page.getByRole('combobox').selectOption({ label: 'Rowing shirt, L' });
  await onwards(page).click();
  await page.waitForURL(/check$/);
  const rma = await send(page);
  await expect(page.locator('.hero.is-approved')).toBeVisible();
  await isSoundEverywhere(page, 'portal-decision-approved');

  const slip = page.locator('a[href$="slip.pdf"]');
  const pdf = await page.request.get((await slip.getAttribute('href')) ?? '');
  expect(pdf.headers()['content-type']).toContain('application/pdf');
  expect((await pdf.body()).subarray(0, 5).toString()).toBe('%PDF-');

  await page.locator('main a.button.wide').click();
  await page.locator('#tracking').fill('00340434161094042557');
  await page.locator('#carrier').fill('DHL');
  await page.locator('#parcel form button').click();
  await expect(page.locator('#parcel')).toContainText('00340434161094042557');
  await expect(page.locator('main')).not.toContainText(/Wanda|Walker/);
  await isSoundEverywhere(page, 'portal-status-approved');
  await page.getByRole('link', { name: 'Deutsch' }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'de');
  await expect(page.locator('#parcel')).toContainText('Sendungsnummer');
  await isSoundEverywhere(page, 'portal-status-german');
  await page.getByRole('link', { name: 'English' }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await page.locator('a[href$="/order"]').click();
  await expect(page.locator('main').getByText(rma)).toBeVisible();
  await isSoundEverywhere(page, 'portal-order');
  await page.goBack();
  await page.locator('a[href$="/cancel"]').click();
  await isSoundEverywhere(page, 'portal-cancel');

  // The link of the mail opens the return without asking.
  const mail = await mailTo(page, email, /approved/i);
  await page.context().clearCookies();
  await page.goto(linkTo(mail, '/s/'));
  await expect(page.getByText(rma).first()).toBeVisible();
  expect((await page.request.get('/r/there-is-no-such-shop')).status()).toBe(404);
});

test.describe('without JavaScript, on a phone', () => {
  test.use({ javaScriptEnabled: false, viewport: { width: 390, height: 844 } });

  test('the whole way is complete', async ({ page, orders }) => {
    const { number, email } = orders.scriptless;
    await find(page, number, email);
    await picture(page, 'portal-items-390-light-no-script');
    await pick(page, 'Head torch');
    await because(page, 'defective');
    await page.locator('input[type=file]').setInputFiles([photo('crack.png', 10, 90, 160)]);
    await onwards(page).click();
    await send(page);
    await expect(page.locator('.hero.is-in_review')).toBeVisible();
    await picture(page, 'portal-decision-390-light-no-script');
    await page.locator('main a.button.wide').click();
    await expect(page.locator('.milestones li')).toHaveCount(4);
    await page.locator('a[href$="/cancel"]').click();
    await onwards(page).click();
    await expect(page.locator('a[href$="/cancel"]')).toHaveCount(0);
  });
});

test('keys alone lead from the door to the tracking number', async ({ page, orders }) => {
  const { number, email } = orders.keys;
  /** Tabs on until it is there, and what has the focus shows it. */
  const tabTo = async (selector: string) => {
    for (let presses = 0; presses < 40; presses++) {
      await page.keyboard.press('Tab');
      const [there, seen] = await page.evaluate((wanted) => {
        const focused = document.activeElement;
        const shows = (element: Element | null) => {
          const style = element ? getComputedStyle(element) : null;
          return (
            !!style && ((style.outlineStyle !== 'none' && style.outlineWidth !== '0px') || style.boxShadow !== 'none')
          );
        };
        return [!!focused?.matches(wanted), shows(focused) || shows(focused?.closest('label, .card') ?? null)];
      }, selector);
      if (there) return expect(seen, `the focus on ${selector} is to be seen`).toBe(true);
    }
    throw new Error(`No way by Tab to ${selector}`);
  };
  await page.goto(portal);
  await tabTo('#number');
  await page.keyboard.type(number);
  await tabTo('#proof');
  await page.keyboard.type(email);
  await page.keyboard.press('Enter');
  await page.waitForURL(/items$/);
  await tabTo('input[type=checkbox]');
  await page.keyboard.press('Space');
  await tabTo('button.main');
  await page.keyboard.press('Enter');
  await page.waitForURL(/reason$/);
  await tabTo('input[name=reason]');
  await page.keyboard.press('Space');
  await tabTo('button.main');
  await page.keyboard.press('Enter');
  await page.waitForURL(/resolution$/);
  await tabTo('input[name=resolution]');
  await page.keyboard.press('Space');
  await tabTo('button.main');
  await page.keyboard.press('Enter');
  await page.waitForURL(/check$/);
  await isSound(page);
  await tabTo('button.main');
  await page.keyboard.press('Enter');
  await page.waitForURL(/decision$/);
  await tabTo('a.button.wide');
  await page.keyboard.press('Enter');
  await page.waitForURL(/returns\/[^/]+$/);
  await tabTo('#tracking');
  await page.keyboard.type('1Z999AA10123456784');
  await page.keyboard.press('Enter');
  await expect(page.locator('#parcel')).toContainText('1Z999AA10123456784');
});
