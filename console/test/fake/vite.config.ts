import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { fakePlugin } from "./server";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** The console on a made-up server: for looking at pages without Java. */
export default defineConfig({
  root,
  plugins: [react(), fakePlugin(process.env.FAKE === "fresh" ? "fresh" : "demo")],
  resolve: { alias: { "@": `${root}/src` } },
  server: { host: "127.0.0.1", port: Number(process.env.PORT ?? 5199), strictPort: true },
});
