import { format } from "node:util";
import { afterEach, beforeEach } from "vitest";

/** A vitest setup file: whatever is said through `console.error` fails the test during which it was said. */
const said: string[] = [];

console.error = (...parts: unknown[]) => {
  said.push(format(...parts));
};

beforeEach(() => {
  said.length = 0;
});

afterEach(() => {
  const lines = said.splice(0);
  if (lines.length > 0) throw new Error(`console.error was called:\n${lines.join("\n")}`);
});
