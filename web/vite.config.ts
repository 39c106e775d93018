import { fileURLToPath } from 'node:url';
import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vitest/config';

// The service writes no inline script and allows none, so the polyfill for module preloading, which Vite would put into
// the page, stays out.
export default defineConfig({
  plugins: [vue()],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  build: {
    target: 'chrome87',
    cssTarget: 'chrome87',
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    reportCompressedSize: false,
  },
  // While one works on a page: `guatu serve` beside `vite`.
  server: { host: '127.0.0.1', proxy: { '/api': process.env.GUATU_SERVICE ?? 'http://127.0.0.1:8080' } },
  // Nothing here is judged by a clock; the machine may be busy.
  test: { testTimeout: 120_000, hookTimeout: 120_000, environment: 'happy-dom', include: ['tests/unit/**/*.test.ts'] },
});
