import { defineConfig } from 'vite';

/** GraphiQL, bundled whole: it asks nothing of any other host and runs under a strict content security policy. */
export default defineConfig({
  root: 'graphiql',
  base: '/graphiql/',
  build: {
    outDir: '../dist/graphiql',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 8000,
    rolldownOptions: {
      onLog: (level, log, next) => (log.code === 'MODULE_LEVEL_DIRECTIVE' ? undefined : next(level, log)),
    },
  },
  worker: { format: 'es' },
});
