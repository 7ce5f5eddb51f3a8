import { deflateSync } from 'node:zlib';
import { expect, type Locator, type Page } from '@playwright/test';

export const portal = '/r/fjordwear';

/** Whatever it is called, it leads on. */
export const onwards = (page: Page): Locator => page.locator('main button.main');

/** Finds the order at the merchant's door. */
export async function find(page: Page, number: string, proof: string): Promise<void> {
  await page.goto(portal);
  await page.getByLabel(/order number/i).fill(number);
  await page.getByLabel(/postcode/i).fill(proof);
  await onwards(page).click();
  await page.waitForURL(/return\/items|\/order$/);
}

export async function pick(page: Page, ...titles: string[]): Promise<void> {
  for (const title of titles) await page.getByRole('checkbox', { name: title }).check();
  await onwards(page).click();
  await page.waitForURL(/reason$/);
}

export async function because(page: Page, reason: string, comment = ''): Promise<void> {
  await page.locator(`input[name="reason"][value="${reason}"]`).check();
  if (comment) await page.locator('textarea').fill(comment);
  await onwards(page).click();
  await page.waitForURL((url) => !url.pathname.endsWith('/reason'));
}

/** Sends the request and gives what the shopper is told. */
export async function send(page: Page): Promise<string> {
  await page.waitForURL(/return\/check$/);
  await onwards(page).click();
  await page.waitForURL(/decision$/);
  const told = await page.locator('.hero .rma').innerText();
  expect(told).toMatch(/^R-\d+$/);
  return told;
}

/** A picture file in one colour, as a phone would name it. */
export function photo(name: string, red: number, green: number, blue: number) {
  const side = 64;
  const row = Buffer.concat([
    Buffer.from([0]),
    Buffer.concat(Array.from({ length: side }, () => Buffer.from([red, green, blue]))),
  ]);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const buffer = Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.concat(Array.from({ length: side }, () => row)))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
  return { name, mimeType: 'image/png', buffer };
}

function chunk(type: string, content: Buffer): Buffer {
  const typed = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(content.length, 0);
  frame.writeUInt32BE(crc(typed), 4);
  return Buffer.concat([frame.subarray(0, 4), typed, frame.subarray(4)]);
}

function crc(bytes: Buffer): number {
  let rest = 0xffffffff;
  for (const byte of bytes) {
    rest ^= byte;
    for (let bit = 0; bit < 8; bit++) rest = rest & 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1;
  }
  return (rest ^ 0xffffffff) >>> 0;
}
