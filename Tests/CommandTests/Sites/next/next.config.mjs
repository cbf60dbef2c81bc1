/** @type {import('next').NextConfig} */
const config = { reactStrictMode: true, trailingSlash: false };
export default config;
