import feed from "@11ty/eleventy-plugin-rss";

export default function (config) {
  // dir: { input: "not this" }
  config.addFilter("quote", (text) => text.replace(/["']/g, ""));
  return { dir: { input: "src", data: "_data" }, pathPrefix: "/" };
}
