export default defineNuxtConfig({
  modules: ["@nuxt/content"],
  site: { url: "https://buoy.example", name: "Buoys" },
});
