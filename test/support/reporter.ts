import type { Reporter, TestModule } from "vitest/node";

/**
 * Ends the output with one line for scripts to read: `N passed, N failed`, and `, N skipped` where some were.
 * A file that could not be loaded and an error outside any test count as one failed each.
 */
export default class SummaryLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[]): void {
    process.stdout.write(`${summaryLine(modules, unhandledErrors.length)}\n`);
  }
}

function summaryLine(modules: readonly TestModule[], unhandled: number): string {
  const count = { passed: 0, failed: unhandled, skipped: 0 };
  for (const module of modules) {
    count.failed += module.errors().length;
    for (const suite of module.children.allSuites()) count.failed += suite.errors().length;
    for (const test of module.children.allTests()) {
      const { state } = test.result();
      if (state === "passed" || state === "failed" || state === "skipped") count[state] += 1;
    }
  }
  return `${count.passed} passed, ${count.failed} failed${count.skipped > 0 ? `, ${count.skipped} skipped` : ""}`;
}
