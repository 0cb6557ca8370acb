import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

export default defineConfig({
  plugins: [react()],
  build: {
    outDir: 'dist',
    // tells `scripts/check-size.ts` which files a table loads
    manifest: true,
    // The page's security policy allows no `data:` scripts or fonts, and hashed files are cached for ever anyway.
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: {
        // What the first load needs comes as one file, and so does what a table needs beyond it: cut into the pieces that
        // other pages share they would be larger, and many.
        codeSplitting: {
          groups: [
            { name: 'first', test: /[\\/]src[\\/]main\.tsx$/, priority: 2 },
            { name: 'room', test: /[\\/]src[\\/]room-page\.tsx$/, priority: 1 },
          ],
        },
      },
    },
  },
})
