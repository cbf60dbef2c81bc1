import type { Config } from '@docusaurus/types';

const config: Config = {
  title: 'Anchor',
  tagline: 'It holds',
  url: 'https://anchor.example',
  baseUrl: '/',
  i18n: { defaultLocale: 'en', locales: ['en'] },
  presets: [['classic', { docs: { path: 'manual' }, blog: { showReadingTime: true, path: 'blog', routeBasePath: 'news' } }]],
  themeConfig: { navbar: { title: 'Another title' } },
};
export default config;
