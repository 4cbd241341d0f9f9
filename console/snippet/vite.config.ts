import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/// `--mode page` packs what pages load with a script tag, beside the console's files; otherwise the npm package.
export default defineConfig(({ mode }) => ({
  publicDir: false,
  build: {
    target: "es2020",
    outDir: mode === "page" ? here("../dist") : here("dist"),
    emptyOutDir: mode !== "page",
    lib:
      mode === "page"
        ? { entry: here("src/page.ts"), formats: ["iife"], name: "beckonPage", fileName: () => "beckon.js" }
        : { entry: here("src/index.ts"), formats: ["es"], fileName: () => "index.js" },
  },
}));
