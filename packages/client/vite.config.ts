import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

export default defineConfig({
  plugins: [react()],
  build: {
    outDir: 'dist',
    // The page's security policy allows no `data:` scripts or fonts, and hashed files are cached for ever anyway.
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: {
        // What the first load needs comes as one file: cut into the pieces that other pages share it would be larger.
        codeSplitting: { groups: [{ name: 'first', test: /[\\/]src[\\/]main\.tsx$/ }] },
      },
    },
  },
})
