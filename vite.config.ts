import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const web = (path: string) => fileURLToPath(new URL(`web/${path}`, import.meta.url));

/**
 * Two pages, so that a resident never loads what only staff need: what both import becomes a chunk of its own.
 * County desks run old systems; `scripts/bundle-web.ts` reads the output and refuses syntax past this target.
 */
export default defineConfig({
  root: web(''),
  plugins: [react()],
  build: {
    target: ['chrome90', 'safari14'],
    cssTarget: ['chrome90', 'safari14'],
    sourcemap: false,
    manifest: true,
    // Nothing inline: the pages allow neither inline scripts nor `data:` addresses.
    assetsInlineLimit: 0,
    // antd alone is past the default; the resident's own limit is kept by `scripts/page-weight.ts`.
    chunkSizeWarningLimit: 2000,
    rolldownOptions: { input: { resident: web('resident.html'), staff: web('staff.html') } },
  },
});
