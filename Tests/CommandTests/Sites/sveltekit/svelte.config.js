import { mdsvex } from 'mdsvex';
const config = { extensions: ['.svelte', '.md'], preprocess: [mdsvex()], kit: { adapter: {} } };
export default config;
