import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { defineConfig } from '@playwright/test';

/**
 * The bundled Chromium, or the one that CHROMIUM_PATH names. Each version unpacks into a folder of its own, because the
 * package would run whatever it finds there. Its own font settings name folders of another machine; without any font
 * Chromium ends on the first glyph that the page's own fonts lack, so they are written anew.
 */
async function chromium(): Promise<string> {
  if (process.env.CHROMIUM_PATH) return process.env.CHROMIUM_PATH;
  const { version } = JSON.parse(readFileSync('node_modules/@sparticuz/chromium/package.json', 'utf8'));
  const folder = resolve('node_modules/.cache/chromium', version);
  mkdirSync(folder, { recursive: true });
  const saved = process.env.TMPDIR;
  process.env.TMPDIR = folder;
  process.env.AWS_EXECUTION_ENV ??= 'AWS_Lambda_nodejs22.x';
  const { default: bundled } = await import('@sparticuz/chromium');
  const path = await bundled.executablePath();
  if (saved === undefined) delete process.env.TMPDIR;
  else process.env.TMPDIR = saved;
  delete process.env.AWS_EXECUTION_ENV;
  const fonts = resolve(folder, 'fonts.conf');
  writeFileSync(
    fonts,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${folder}/fonts/fonts</dir><cachedir>${folder}/fonts-cache</cachedir></fontconfig>`,
  );
  process.env.FONTCONFIG_FILE = fonts;
  return path;
}

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'target/e2e',
  workers: 1,
  // No limit that a slow machine breaks: a walk takes as long as it gets on, and only what waits in vain fails.
  timeout: 0,
  expect: { timeout: 60_000 },
  forbidOnly: !!process.env.CI,
  retries: 0,
  reporter: [['list'], ['junit', { outputFile: 'target/e2e.xml' }], ['./e2e/steps.ts']],
  use: {
    baseURL: process.env.BASE_URL ?? 'http://127.0.0.1:8080',
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    // What opens is there at once: axe must never meet it half way.
    contextOptions: { reducedMotion: 'reduce' },
    actionTimeout: 120_000,
    navigationTimeout: 120_000,
    // Recording every step takes a third of the walk, so it is done when somebody asks why a test failed.
    trace: process.env.TRACE ? 'retain-on-failure' : 'off',
    screenshot: 'only-on-failure',
    launchOptions: { executablePath: await chromium(), chromiumSandbox: false },
  },
});
