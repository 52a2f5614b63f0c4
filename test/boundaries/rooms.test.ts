import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { nodeTypes } from "#shared/integrations/manifest.ts";

const root = join(import.meta.dirname, "../..");

/** Which rooms of server/ each room may import from; itself and shared/ always. `main.ts`, `createEngine.ts` and `app.ts` join them all. */
const server: Record<string, readonly string[]> = {
  store: [],
  archive: ["connections", "intercom", "store"],
  connections: ["store"],
  intercom: ["connections"],
  driver: ["connections", "store"],
  catchup: ["connections", "store"],
  effects: ["connections", "driver", "intercom"],
  ingest: ["store"],
  hooks: ["connections", "ingest", "store"],
  backtest: ["store"],
  publishing: ["store"],
  observe: ["connections", "store"],
  practice: ["store"],
  retention: ["store"],
  schedule: ["connections", "store"],
  // Decides and compares; what it reads it is given. Nothing by which something could be sent is within its reach.
  shadow: ["backtest", "connections", "store"],
  stream: [],
  http: [
    "archive",
    "backtest",
    "catchup",
    "connections",
    "driver",
    "hooks",
    "intercom",
    "publishing",
    "shadow",
    "store",
    "stream",
  ],
};

const everyScreen = ["api", "ui", "i18n"];
/** The same for client/: screens never import one another; React Flow stands in canvas/ alone. */
const client: Record<string, readonly string[]> = {
  i18n: ["api"],
  api: [],
  ui: ["api", "i18n"],
  draft: ["api", "i18n"],
  canvas: ["i18n", "ui"],
  inspector: everyScreen,
  byHand: everyScreen,
  mode: everyScreen,
  trace: [...everyScreen, "canvas"],
  backtest: [...everyScreen, "canvas", "thread", "trace"],
  editor: [...everyScreen, "backtest", "ballot", "byHand", "canvas", "draft", "inspector", "mode"],
  runs: [...everyScreen, "canvas", "trace"],
  shadow: [...everyScreen, "mode", "trace"],
  reports: [...everyScreen, "thread"],
  ballot: everyScreen,
  frame: everyScreen,
  session: everyScreen,
  workflows: [...everyScreen, "byHand", "mode"],
  thread: ["api", "ui", "i18n"],
  conversations: [...everyScreen, "byHand", "thread"],
  archive: [...everyScreen, "thread"],
  connections: everyScreen,
  settings: everyScreen,
  status: everyScreen,
  suggestions: everyScreen,
  templates: [...everyScreen, "suggestions"],
  tables: everyScreen,
  why: everyScreen,
};

const importsOf = (source: string) =>
  [...source.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*"([^"]+)"/g)].map(([, path]) => path ?? "");

/** Imports of a file at `path` (below `side`) that its room does not allow. */
function strangers(side: "server" | "client", path: string, source: string): string[] {
  const rooms = side === "server" ? server : client;
  const [room = ""] = path.split("/");
  const depth = path.split("/").length - 1;
  return importsOf(source).filter((target) => {
    if (target.startsWith("#")) return !target.startsWith("#shared/");
    if (target.startsWith("@xyflow/")) return side === "server" || room !== "canvas";
    if (!target.startsWith("."))
      return side === "client" && (target.startsWith("node:") || target === "better-sqlite3");
    const up = target.match(/\.\.\//g)?.length ?? 0;
    if (up > depth) return true;
    if (up < depth || depth === 0) return false;
    const other = target.replace(/^(\.\.\/)+/, "").split("/")[0] ?? "";
    return other !== room && !(rooms[room] ?? []).includes(other);
  });
}

async function filesOf(side: "server" | "client"): Promise<{ path: string; source: string }[]> {
  const all = await readdir(join(root, side), { recursive: true });
  const paths = all.filter((path) => /\.tsx?$/.test(path) && !path.endsWith(".d.ts"));
  return Promise.all(paths.map(async (path) => ({ path, source: await readFile(join(root, side, path), "utf8") })));
}

describe.each(["server", "client"] as const)("%s", (side) => {
  it("is made of rooms that import only the ways the map draws", async () => {
    const files = await filesOf(side);
    expect(files.length).toBeGreaterThan(30);
    const rooms = new Set(files.flatMap(({ path }) => (path.includes("/") ? [path.split("/")[0]] : [])));
    expect(rooms).toEqual(new Set(Object.keys(side === "server" ? server : client)));
    const found = files.flatMap(({ path, source }) => strangers(side, path, source).map((each) => `${path} → ${each}`));
    expect(found).toEqual([]);
  });
});

/** All files that a file leads to, however far, by its imports of ours; and the packages. */
async function reachedFrom(start: string): Promise<{ files: Set<string>; packages: Set<string> }> {
  const files = new Set([start]);
  const packages = new Set<string>();
  for (const file of files)
    for (const target of importsOf(await readFile(file, "utf8"))) {
      if (target.startsWith("#")) files.add(join(root, target.slice(1)));
      else if (target.startsWith(".")) files.add(join(file, "..", target));
      else if (/^[@a-z]/.test(target)) packages.add(target);
    }
  return { files, packages };
}

describe("the simulating side", () => {
  it("reaches nothing that sends, and nothing that could, by whatever way", async () => {
    const { files, packages } = await reachedFrom(join(root, "server/backtest/worker.ts"));
    expect(files.size).toBeGreaterThan(100);
    const rooms = new Set([...files].flatMap((file) => /server\/(\w+)\//.exec(file)?.[1] ?? []));
    expect([...rooms].toSorted()).toEqual(["backtest", "store"]);
    const known = ["better-sqlite3", "html-to-text", "zod"];
    const outside = [...packages].filter(
      (name) => !known.includes(name) && !/^node:(fs|path|worker_threads|crypto|zlib)$/.test(name),
    );
    expect(outside).toEqual([]);
    expect([...files].filter((file) => file.includes("/effects/"))).toEqual([]);
  });

  it("would be caught reaching it", async () => {
    const { files, packages } = await reachedFrom(join(root, "server/createEngine.ts"));
    expect([...files].some((file) => file.includes("/effects/"))).toBe(true);
    expect(packages).toContain("undici");
  });
});

describe("the map", () => {
  it("would catch what it forbids", () => {
    const source = `import { a } from "../effects/perform.ts"; import b from "../../client/main.tsx";
      import { c } from "#server/store/a.ts"; import "../store/a.ts"; const d = await import("../driver/e.ts");`;
    expect(strangers("server", "practice/x.ts", source)).toEqual([
      "../effects/perform.ts",
      "../../client/main.tsx",
      "#server/store/a.ts",
      "../driver/e.ts",
    ]);
    const screen = `import { a } from "../workflows/b.tsx"; import { c } from "@xyflow/react"; import "node:fs";`;
    expect(strangers("client", "runs/x.tsx", screen)).toEqual(["../workflows/b.tsx", "@xyflow/react", "node:fs"]);
    expect(strangers("client", "canvas/x.tsx", `import { c } from "@xyflow/react"`)).toEqual([]);
  });

  it("lets no component, page or route name a kind of step", async () => {
    const files = [...(await filesOf("client")), ...(await filesOf("server"))];
    const named = files.flatMap(({ path, source }) =>
      nodeTypes.filter(({ type }) => source.includes(`"${type}"`)).map(({ type }) => `${path} names ${type}`),
    );
    expect(named).toEqual([]);
  });

  it("lets SQL stand in the store alone, and requests to the outside leave from one file", async () => {
    const files = await filesOf("server");
    const outside = files
      .filter(({ path }) => !path.startsWith("practice/"))
      .filter(({ source }) => /from "undici"|\bfetch\(/.test(source));
    expect(outside.map(({ path }) => path)).toEqual(["connections/callService.ts"]);
    const sql = files.filter(({ source }) =>
      /\.prepare[<(]|\.exec\(\s*["'`](create|insert|update|delete|select)/i.test(source),
    );
    expect(sql.map(({ path }) => path.split("/")[0]).filter((room) => room !== "store")).toEqual([]);
  });
});

describe("the built client", () => {
  it("holds no module of the server, and nothing of it that only a server needs", async () => {
    const folder = join(root, "dist/assets");
    const scripts = (await readdir(folder)).filter((name) => name.endsWith(".js"));
    expect(scripts.length).toBeGreaterThan(3);
    const sources = await Promise.all(scripts.map((name) => readFile(join(folder, name), "utf8")));
    const whole = sources.join("\n");
    for (const stranger of [
      "better-sqlite3",
      "node:crypto",
      "createHmac",
      "X-Hub-Signature",
      "insert or ignore",
      "pragma",
    ])
      expect([stranger, whole.includes(stranger)]).toEqual([stranger, false]);
    expect(whole).toContain("intercom.assign");
  });
});
