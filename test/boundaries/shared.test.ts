import { execFile } from "node:child_process";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";

const run = promisify(execFile);
const root = join(import.meta.dirname, "../..");
const shared = join(root, "shared");

/** Which rooms of shared/ each room may import from; itself always. */
const allowed: Record<string, readonly string[]> = {
  tables: ["language", "template"],
  workspace: ["tables"],
  schedule: [],
  language: ["workspace"],
  events: ["language"],
  archive: ["events", "language"],
  template: ["language", "events", "workspace", "conditions", "schedule"],
  hooks: ["events"],
  conditions: ["language", "template"],
  nodes: ["language", "events", "hooks", "template", "conditions", "workspace", "schedule", "tables"],
  integrations: ["language", "events", "template", "conditions", "nodes", "workspace", "schedule", "tables"],
  workflow: ["language", "events", "hooks", "template", "conditions", "nodes", "workspace", "tables"],
  templates: ["language", "events", "template", "conditions", "nodes", "integrations", "workflow", "workspace"],
  import: ["language", "events", "template", "conditions", "nodes", "integrations", "workflow", "workspace"],
  engine: ["language", "events", "template", "conditions", "nodes", "workflow"],
  api: ["conditions", "language", "events", "hooks", "workspace", "workflow", "engine", "import", "tables"],
};

/** Imports of a file that its room does not allow. Packages: only those that are pure. */
function strangers(room: string, source: string): string[] {
  const pure = new Set(["zod", "html-to-text"]);
  const paths = [...source.matchAll(/(?:from|import\()\s*"([^"$]+)"/g)].map(([, path]) => path ?? "");
  return paths.filter((path) => {
    if (!path.startsWith(".")) return !pure.has(path);
    const other = /^(?:\.\.\/)+(\w+)\//.exec(path)?.[1];
    if (other === undefined || other === room || !(other in allowed)) return path.includes("../../..");
    return !(allowed[room] ?? []).includes(other);
  });
}

describe("shared", () => {
  it("is made of rooms that import only the ways the map draws", async () => {
    const files = (await readdir(shared, { recursive: true })).filter((file) => file.endsWith(".ts"));
    expect(files.length).toBeGreaterThan(40);
    const found = await Promise.all(
      files.map(async (file) => {
        const source = await readFile(join(shared, file), "utf8");
        return strangers(file.split("/")[0] ?? "", source).map((path) => `${file} imports ${path}`);
      }),
    );
    expect(found.flat()).toEqual([]);
  });

  it("would be caught at the server, at Node and at a room it may not enter", () => {
    const source = `import { a } from "#server/store/a.ts"; import "node:fs"; import("node:net");
      import { registry } from "../integrations/manifest.ts"; import { z } from "zod"; from "node:fs"`;
    expect(strangers("engine", source)).toEqual([
      "#server/store/a.ts",
      "node:net",
      "../integrations/manifest.ts",
      "node:fs",
    ]);
  });

  it.each(["document", "process", "setTimeout", "fetch", "Buffer"])("cannot name %s", async (name) => {
    const folder = await mkdtemp(join(shared, ".probe-"));
    try {
      await writeFile(join(folder, "probe.ts"), `export const probe = ${name};\n`);
      const project = { extends: "../tsconfig.json", include: ["./probe.ts"] };
      await writeFile(join(folder, "tsconfig.json"), JSON.stringify(project));
      const tsc = run(join(root, "node_modules/.bin/tsc"), ["-p", folder]).then(
        () => "compiled",
        (error: { stdout: string }) => error.stdout,
      );
      expect(await tsc).toMatch(new RegExp(`Cannot find name '${name}'`));
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
