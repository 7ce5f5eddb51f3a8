import { request } from '@playwright/test';
import { test as base, expect } from './lawful';
import { owner } from './signed-in';

export type Sold = { number: string; email: string; postcode: string };

const shirt = { sku: 'E2E-SHIRT-M', title: 'Rowing shirt', price: '39.00' };
const headTorch = { sku: 'E2E-TORCH', title: 'Head torch', price: '129.00' };

const ways = { photos: [headTorch, shirt], size: [shirt], scriptless: [headTorch], keys: [shirt], shadow: [shirt] };

type Way = keyof typeof ways;

/** What the merchant's shop told Retour, by the schema: products in two sizes, and an order for each way. */
async function sell(baseURL: string): Promise<Record<Way, Sold>> {
  const api = await request.newContext({ baseURL });
  await api.get('/session');
  const csrf = async () =>
    (await api.storageState()).cookies.find((cookie) => cookie.name === 'XSRF-TOKEN')?.value ?? '';
  const post = async (path: string, data: unknown) =>
    api.post(path, { data, headers: { 'X-XSRF-TOKEN': await csrf() } });
  expect((await post('/session', owner)).ok()).toBe(true);
  const tell = async (name: string, input: unknown) => {
    const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
    const query = `mutation($input: ${type}!) { ${name}(input: $input) { userErrors { message } } }`;
    const answer = await (await post('/graphql', { query, variables: { input } })).json();
    expect(answer.errors ?? answer.data[name].userErrors, name).toEqual([]);
  };
  const run = Date.now().toString(36);
  await tell('upsertProducts', {
    products: ['M', 'L'].map((size) => ({
      productKey: 'e2e-shirt',
      sku: `E2E-SHIRT-${size}`,
      title: shirt.title,
      options: [{ name: 'Size', value: size }],
      price: { amount: shirt.price, currencyCode: 'EUR' },
    })),
  });
  const sold = {} as Record<Way, Sold>;
  for (const way of Object.keys(ways) as Way[]) {
    const lines = ways[way];
    const email = `${way}-${run}@shopper.example`;
    const number = `${way}-${run}`;
    sold[way] = { number, email, postcode: '94107' };
    await tell('upsertShoppers', { shoppers: [{ email, name: 'Wanda Walker', tags: [] }] });
    const total = lines.reduce((sum, line) => sum + Number(line.price), 0).toFixed(2);
    const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString();
    await tell('upsertOrders', {
      orders: [
        {
          externalId: number,
          number,
          email,
          shopperName: 'Wanda Walker',
          placedAt: daysAgo(9),
          fulfilledAt: daysAgo(8),
          deliveredAt: daysAgo(5),
          currencyCode: 'EUR',
          subtotal: total,
          shipping: '0.00',
          total,
          payment: 'PAID',
          shippingCountry: 'US',
          business: false,
          shipTo: { name: 'Wanda Walker', line1: 'Pier 9', postcode: '94107', country: 'US' },
          tenders: [{ id: 't1', kind: 'CARD', amount: total, label: 'Visa 4242' }],
          lines: lines.map(({ sku, title, price }) => ({
            sku,
            title,
            quantity: 1,
            fulfilledQuantity: 1,
            unitPrice: price,
            finalSale: false,
            giftCard: false,
            tags: [],
          })),
        },
      ],
    });
  }
  await api.dispose();
  return sold;
}

/** Orders to send back, one for each way that a test goes; and pages that fail the test when their console does. */
export const test = base.extend<{ quiet: undefined }, { orders: Record<Way, Sold> }>({
  orders: [
    // biome-ignore lint/correctness/noEmptyPattern: fixtures are asked for by destructuring
    async ({}, use, info) => use(await sell(info.project.use.baseURL ?? '')),
    { scope: 'worker' },
  ],
  quiet: [
    async ({ page }, use) => {
      const broken: string[] = [];
      page.on('pageerror', (error) => broken.push(error.message));
      page.on('console', (message) => {
        // A refused form is answered with 422, which the browser calls an error.
        if (message.type() === 'error' && !message.text().includes('422')) broken.push(message.text());
      });
      await use(undefined);
      expect(broken, 'errors in the console').toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
