import { defineConfig } from 'vite';
import { shared } from '../vite.config.js';

export default defineConfig({
  ...shared,
  // PGlite finds its WebAssembly beside its own modules, so they must stay where they are.
  optimizeDeps: { exclude: ['@electric-sql/pglite'] },
  // The backend in the page is large, and known to be.
  build: { target: 'es2022', chunkSizeWarningLimit: 10_000 },
});
