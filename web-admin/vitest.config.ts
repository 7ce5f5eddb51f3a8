import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  plugins: [react()],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  test: {
    environment: 'happy-dom',
    // The kit and the window are made once a worker and not once a file: three times as quick. Each test cleans up.
    isolate: false,
    // Only what waits in vain fails: a slow machine is no failure.
    testTimeout: 120_000,
    include: ['{src,build}/**/*.test.{ts,tsx}'],
    setupFiles: ['src/app/testing.ts'],
    reporters: ['default', ['junit', { outputFile: 'target/vitest.xml' }]],
  },
});
