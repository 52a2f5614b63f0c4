import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, it } from "vitest";

const run = promisify(execFile);
const root = join(import.meta.dirname, "../..");
const flags = ["--disable-proto=throw", "--disallow-code-generation-from-strings"];
const script = `
  import Database from "better-sqlite3";
  const db = new Database(":memory:");
  console.log(JSON.stringify(db.prepare("select 1 as one, 'a' as letter").all()));
  try { new Function("return 1")(); console.log("evaluated"); } catch (error) { console.log(error.name); }
`;

it("reads rows while the process may not turn text into code", async () => {
  const preload = ["--import", join(root, "server/rowsWithoutEval.ts")];
  const { stdout } = await run(process.execPath, [...flags, ...preload, "--input-type=module", "-e", script], {
    cwd: root,
  });
  expect(stdout.trim().split("\n")).toEqual(['[{"one":1,"letter":"a"}]', "EvalError"]);
});
