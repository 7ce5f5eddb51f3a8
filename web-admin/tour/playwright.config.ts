import { resolve } from 'node:path';
import { defineConfig } from '@playwright/test';
import tests from '../playwright.config';

/** As the browser tests, but of this folder. */
export default defineConfig({
  ...tests,
  testDir: import.meta.dirname,
  outputDir: resolve(import.meta.dirname, '../target/tour'),
  reporter: [['list']],
});
