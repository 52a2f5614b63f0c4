import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/**
 * Preloaded by `npm start`, whose `--disallow-code-generation-from-strings` forbids `eval` and `Function` to everything in
 * the process. All that we depend on runs so (zod notices and interprets) but one line of better-sqlite3 13, which makes the
 * builder of each row shape with `Function(…)`. The native addon takes its builders from outside, once, and skips that if it
 * has been done: so we hand it builders that need no code generation, before any database is opened. Reading rows costs
 * about a tenth more. `test/server/lockdown.test.ts` holds this against the installed version.
 */

type RowBuilder = (...values: unknown[]) => Record<string, unknown>;
interface Addon {
  isInitialized?: boolean;
  initialize(
    errorClass: unknown,
    arrayOf: (...values: unknown[]) => unknown[],
    append: (array: unknown[], ...values: unknown[]) => void,
    rowBuilder: (...columns: string[]) => RowBuilder,
    iteration: (value: unknown) => { value: unknown; done: boolean },
  ): void;
}

const require = createRequire(import.meta.url);

function rowBuilder(...columns: string[]): RowBuilder {
  return (...values) => {
    const row: Record<string, unknown> = {};
    columns.forEach((column, index) => {
      row[column] = values[index];
    });
    return row;
  };
}

const { SqliteError } = require("better-sqlite3");
const home = dirname(require.resolve("better-sqlite3/package.json"));
const addon: Addon = require(join(home, "lib", "binding.js")).getBinding();
if (!addon.isInitialized) {
  addon.initialize(
    SqliteError,
    (...values) => values,
    (array, ...values) => void array.push(...values),
    rowBuilder,
    (value) => ({ value, done: false }),
  );
  addon.isInitialized = true;
}
