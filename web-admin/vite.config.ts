import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { pageFiles } from './build/page-files.ts';

const backend = process.env.BACKEND ?? 'http://127.0.0.1:8080';
const proxied = Object.fromEntries(
  ['/graphql', '/session', '/files', '/oauth2', '/r/'].map((path) => [path, { target: backend }]),
);

/** What the application sends with every admin page, with a nonce that stands for any; so that a breach shows while developing. */
const csp =
  "default-src 'self'; script-src 'self'; style-src 'self' 'nonce-NONCE-OF-THIS-PAGE'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; frame-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'";

/** What is fetched when somebody opens an editor, and not with a page. */
const editors =
  /node_modules[\\/](?:@codemirror|@lezer|@marijn|@uiw|codemirror|crelt|style-mod|w3c-keyname|react-querybuilder|@react-querybuilder|react-dnd|react-dnd-html5-backend|@react-dnd|dnd-core|redux|@reduxjs)[\\/]|condition-builder|condition-parts|value-editor|liquid-field/;

/** Few files, each with a reason to be kept by itself: what comes from others, what all pages share, and each feature. */
const chunks = [
  {
    name: 'kit',
    test: (id: string) => /[\\/]node_modules[\\/]|preload-helper/.test(id) && !editors.test(id),
    priority: 3,
  },
  {
    name: 'app',
    test: /index\.html|modulepreload-polyfill|\.module\.css|[\\/]src[\\/](?:app|shared|main|features[\\/]rules[\\/]trying[\\/]address)/,
    priority: 2,
  },
  {
    debugName: 'features',
    name: (id: string) => (editors.test(id) ? null : (/[\\/]src[\\/]features[\\/]([^\\/]+)/.exec(id)?.[1] ?? null)),
    priority: 1,
  },
];

export default defineConfig({
  base: '/admin/',
  plugins: [react(), pageFiles('src/app/router.tsx')],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  build: {
    outDir: 'dist/admin',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 900,
    rolldownOptions: {
      output: { codeSplitting: { groups: chunks } },
      onLog: (level, log, next) => (log.code === 'MODULE_LEVEL_DIRECTIVE' ? undefined : next(level, log)),
    },
  },
  // The other page's editor is not for this server: its workers would stop it.
  optimizeDeps: { entries: ['index.html'] },
  server: { proxy: proxied },
  preview: { proxy: proxied, headers: { 'Content-Security-Policy': csp } },
});
