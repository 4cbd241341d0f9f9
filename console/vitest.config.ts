import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

/** In the browser, one page after the other; waits are bounded by Playwright's own limits. */
const pages = {
  include: ["test/pages/**/*.test.ts"],
  environment: "node",
  fileParallelism: false,
  testTimeout: 30_000,
  hookTimeout: 60_000,
};

const alias = { "@": fileURLToPath(new URL("./src", import.meta.url)) };

export default defineConfig({
  test: {
    projects: [
      {
        resolve: { alias },
        test: { name: "unit", include: ["test/unit/**/*.test.ts"], environment: "node" },
      },
      {
        resolve: { alias },
        test: { ...pages, name: "pages" },
      },
      {
        resolve: { alias },
        test: { ...pages, name: "real", globalSetup: "test/pages/real.ts" },
      },
    ],
  },
});
