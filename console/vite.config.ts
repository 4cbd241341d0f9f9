import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

const server = process.env.BECKON_URL ?? "http://127.0.0.1:8080";

export default defineConfig({
  plugins: [react()],
  resolve: { alias: { "@": fileURLToPath(new URL("./src", import.meta.url)) } },
  build: { outDir: "dist", sourcemap: false, chunkSizeWarningLimit: 700, target: "es2022" },
  server: {
    host: "127.0.0.1",
    proxy: { "/manage": server, "/api": server, "/v1": server, "/e": server, "/unsubscribe": server },
  },
});
