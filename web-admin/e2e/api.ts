import { expect, type Page } from '@playwright/test';

/** Asks the API as the page does, with its session. */
export async function ask<T>(page: Page, query: string, variables: object = {}): Promise<T> {
  await page.request.get('/session');
  const token = (await page.context().cookies()).find((cookie) => cookie.name === 'XSRF-TOKEN')?.value ?? '';
  const answer = await page.request.post('/graphql', {
    data: { query, variables },
    headers: { 'X-XSRF-TOKEN': token, Accept: 'application/json' },
  });
  const { data, errors } = await answer.json();
  expect(errors).toBeUndefined();
  return data as T;
}
