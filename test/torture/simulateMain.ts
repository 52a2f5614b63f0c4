import { parseArgs } from "node:util";
import { simulate } from "./simulate.ts";

/** `npm run simulate -- --seed 1 --runs 100000`: in lots of 5,000, each from a seed of its own, which is printed. */
const { values } = parseArgs({
  options: { runs: { type: "string", default: "100000" }, seed: { type: "string", default: "1" } },
});
const lot = 5_000;
const total = Number(values.runs);
const sum = { runs: 0, crashes: 0, effects: 0, asked: 0, lost: 0, doubled: 0 };
for (let seed = Number(values.seed); sum.runs < total; seed += 1) {
  const { lost, doubled, digest, ...told } = await simulate({ seed, runs: Math.min(lot, total - sum.runs) });
  for (const [key, value] of Object.entries(told)) sum[key as keyof typeof told] += value;
  sum.lost += lost.length;
  sum.doubled += doubled.length;
  process.stdout.write(`seed ${seed}: ${told.runs} runs, ${told.crashes} crashes, ${digest}\n`);
  for (const each of [...lost.map((key) => `lost: ${key}`), ...doubled.map((key) => `doubled: ${key}`)])
    process.stdout.write(`  ${each}\n`);
}
process.stdout.write(
  `${Object.entries(sum)
    .map(([key, value]) => `${key} ${value}`)
    .join(", ")}\n`,
);
process.exitCode = sum.lost + sum.doubled > 0 ? 1 : 0;
