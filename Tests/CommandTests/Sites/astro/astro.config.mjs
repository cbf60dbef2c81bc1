import { defineConfig } from 'astro/config';
import mdx from '@astrojs/mdx';

// site: 'https://old.example'
export default defineConfig({
  site: 'https://comet.example',
  base: '/tail',
  integrations: [mdx()],
});
