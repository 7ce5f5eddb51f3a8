import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const backend = process.env.BACKEND ?? 'http://127.0.0.1:8080';
const proxied = Object.fromEntries(
  ['/graphql', '/session', '/files', '/oauth2', '/r/'].map((path) => [path, { target: backend }]),
);

/** What the application sends with every admin page, with a nonce that stands for any; so that a breach shows while developing. */
const csp =
  "default-src 'self'; script-src 'self'; style-src 'self' 'nonce-NONCE-OF-THIS-PAGE'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; frame-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'";

export default defineConfig({
  base: '/admin/',
  plugins: [react()],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  build: {
    outDir: 'dist/admin',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 700,
    rolldownOptions: {
      onLog: (level, log, next) => (log.code === 'MODULE_LEVEL_DIRECTIVE' ? undefined : next(level, log)),
    },
  },
  // The other page's editor is not for this server: its workers would stop it.
  optimizeDeps: { entries: ['index.html'] },
  server: { proxy: proxied },
  preview: { proxy: proxied, headers: { 'Content-Security-Policy': csp } },
});
