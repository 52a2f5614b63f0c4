import { parseArgs } from "node:util";
import { torture } from "./torture.ts";

/** `npm run torture -- --kills 1000 --seed 1`: kills the server so often, and says what was lost and doubled. */
const { values } = parseArgs({
  options: {
    kills: { type: "string", default: "1000" },
    seed: { type: "string", default: "1" },
    conversations: { type: "string", default: "4" },
  },
});

const began = Date.now();
const tally = await torture({
  kills: Number(values.kills),
  seed: Number(values.seed),
  perLife: Number(values.conversations),
  onLife(life, of) {
    if (life % 25 === 0) process.stderr.write(`${life} of ${of} kills\n`);
  },
});
const failed = tally.lost.length + tally.doubled.length + tally.parkedOthers.length;
process.stdout.write(
  [
    `seed ${values.seed}, ${tally.kills} kills in ${Math.round((Date.now() - began) / 1000)} s`,
    ...[...tally.at].map(([at, count]) => `  ${String(count).padStart(5)} at: ${at}`),
    `${tally.conversations} conversations, ${tally.effects} effects done`,
    `lost ${tally.lost.length}, doubled ${tally.doubled.length}`,
    `parked for a person: ${tally.parkedMessages} messages, ${tally.parkedOthers.length} others`,
    ...tally.lost.map((each) => `  lost: ${each}`),
    ...tally.doubled.map((each) => `  doubled: ${each}`),
    ...tally.parkedOthers.map((each) => `  parked: ${each}`),
    "",
  ].join("\n"),
);
process.exitCode = failed > 0 ? 1 : 0;
