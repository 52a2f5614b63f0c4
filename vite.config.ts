import { join } from "node:path";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

const root = import.meta.dirname;

const project = { root, setupFiles: ["test/support/failOnConsoleError.ts"] };

export default defineConfig({
  root: join(root, "client"),
  plugins: [react()],
  build: { outDir: join(root, "dist"), emptyOutDir: true, chunkSizeWarningLimit: 900 },
  test: {
    root,
    // Journeys and servers side by side, one a core: what one waits for, the other computes.
    maxWorkers: "100%",
    reporters: ["default", join(root, "test/support/reporter.ts")],
    projects: [
      {
        extends: true,
        test: {
          ...project,
          name: "unit",
          include: ["test/**/*.test.{ts,tsx}"],
          exclude: ["test/{server,journeys}/**", "test/bench/**"],
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: { ...project, name: "server", pool: "forks", include: ["test/server/**/*.test.ts"], testTimeout: 20_000 },
      },
      {
        extends: true,
        test: {
          ...project,
          name: "e2e",
          pool: "forks",
          include: ["test/journeys/**/*.test.ts"],
          testTimeout: 240_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
