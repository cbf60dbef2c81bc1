export const siteConfig = {
  name: 'Lamp Room',
  title: 'Lamp Room',
  url: process.env.SITE_URL ?? 'https://lamp.example',
  description: "Keeping the light",
};
