import type { Measured } from "./rig.ts";
import { cpuSeconds } from "./rig.ts";

export const median = (figures: readonly number[]): number =>
  figures.toSorted((a, b) => a - b)[Math.floor(figures.length / 2)] ?? 0;

/** Of sorted figures. */
export const percentile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;

/** What a server used of the processor during some work, milliseconds. */
export async function cpuDuring<T>({ pid }: Measured, work: () => Promise<T>): Promise<{ result: T; cpuMs: number }> {
  const before = cpuSeconds(pid);
  const result = await work();
  return { result, cpuMs: (cpuSeconds(pid) - before) * 1_000 };
}

/** Prints a table for people; columns as wide as what stands in them. */
export function showTable(title: string, head: readonly string[], rows: readonly (readonly string[])[]): void {
  const all = [head, ...rows];
  const widths = head.map((_, column) => Math.max(...all.map((row) => (row[column] ?? "").length)));
  const line = (row: readonly string[]) =>
    `| ${row.map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))).join(" | ")} |`;
  const rule = `| ${widths.map((width, column) => (column === 0 ? "-".repeat(width) : `${"-".repeat(width - 1)}:`)).join(" | ")} |`;
  process.stdout.write(`\n${title}\n\n${[line(head), rule, ...rows.map(line)].join("\n")}\n`);
}

export const whole = (figure: number): string => Math.round(figure).toLocaleString("en");
export const two = (figure: number): string => figure.toFixed(2);
