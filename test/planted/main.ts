import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Bug, bugs } from "./bugs.ts";

/**
 * `npm run planted`: plants one mistake after the other in a copy of the tree, and says which of them the tests notice. Ends with 1 where
 * one goes unnoticed.
 */
const root = join(import.meta.dirname, "../..");
const copied = [
  "client",
  "server",
  "shared",
  "test",
  "docs",
  "dist",
  "package.json",
  "tsconfig.base.json",
  "vite.config.ts",
];

function plant(tree: string, { what, edits }: Bug): void {
  for (const { file, from, to } of edits) {
    const path = join(tree, file);
    const words = readFileSync(path, "utf8");
    if (words.split(from).length !== 2) throw new Error(`${what}: ${file} does not hold once: ${from}`);
    writeFileSync(
      path,
      words.replace(from, () => to),
    );
  }
}

/** The first of its tests that fails, or null where none does. */
function noticedBy(bug: Bug): string | null {
  const tree = mkdtempSync(join(tmpdir(), "switchboard-planted-"));
  try {
    for (const name of copied) cpSync(join(root, name), join(tree, name), { recursive: true });
    symlinkSync(join(root, "node_modules"), join(tree, "node_modules"));
    plant(tree, bug);
    const vitest = join(tree, "node_modules/vitest/vitest.mjs");
    for (const test of bug.tests) {
      const { status } = spawnSync(process.execPath, [vitest, "run", "--bail", "1", test], {
        cwd: tree,
        timeout: 300_000,
      });
      if (status !== 0) return test;
    }
    return null;
  } finally {
    rmSync(tree, { recursive: true, force: true });
  }
}

const only = process.argv[2];
let missed = 0;
for (const bug of bugs.filter(({ what }) => only === undefined || what.includes(only))) {
  const test = noticedBy(bug);
  if (test === null) missed += 1;
  process.stdout.write(
    `${test === null ? "NOT NOTICED" : "noticed    "}  ${bug.what}${test === null ? "" : `  (${test})`}\n`,
  );
}
process.exitCode = missed > 0 ? 1 : 0;
