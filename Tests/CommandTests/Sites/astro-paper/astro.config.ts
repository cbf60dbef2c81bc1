import { SITE } from "./src/config";
export default defineConfig({ site: SITE.website, trailingSlash: "never" });
