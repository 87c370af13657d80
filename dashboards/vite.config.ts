import { defineConfig } from 'vite'

export default defineConfig({
  build: {
    target: 'es2022',
    // The content security policy allows no data: URLs and no inline script.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  server: {
    proxy: { '/api': process.env['ENGAGEMENT_URL'] ?? 'http://127.0.0.1:5080' },
  },
})
