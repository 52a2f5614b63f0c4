import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";

/** Conversations that really took place, which are not ours to ship: they stand beside the project where there are any. */
const folder = join(import.meta.dirname, "../../../shared/conversations");

export const realFiles: readonly string[] = existsSync(folder)
  ? readdirSync(folder)
      .filter((name) => name.endsWith(".jsonl.gz"))
      .toSorted()
      .map((name) => join(folder, name))
  : [];

export const withoutRealFiles = `../shared/conversations is not there: tried on generated conversations alone`;

/** Their lines, one conversation each. */
export function* realLines(): Generator<string> {
  for (const file of realFiles)
    for (const line of gunzipSync(readFileSync(file)).toString("utf8").split("\n")) if (line !== "") yield line;
}
