import { defineConfig } from 'vite'

export default defineConfig({
  build: {
    target: 'es2022',
    // Browsers that know light-dark(), so that it is left as it is.
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    // The content security policy allows no data: URLs and no inline script.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  server: {
    proxy: { '/api': process.env['ENGAGEMENT_URL'] ?? 'http://127.0.0.1:5080' },
  },
})
