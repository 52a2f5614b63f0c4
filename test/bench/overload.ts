import { join } from "node:path";
import { openDatabase } from "#server/store/database.ts";
import { eventStore } from "#server/store/events.ts";
import { onAnotherChannel } from "./drawings.ts";
import { median, percentile, showTable, two, whole } from "./figures.ts";
import { percentileShares, percentileTicks, writePlot } from "./plot.ts";
import { startLoad, startProduct, startStandIn } from "./rig.ts";

const seconds = 5;
const times = 3;

/** Three times as many events as it can take: what it takes is answered soon and is on the disk, the rest is refused early. */
export async function overload(): Promise<void> {
  const standIn = await startStandIn(0, 1);
  const load = startLoad();
  const enabled = Array.from({ length: 50 }, (_, each) => onAnotherChannel(each));
  const ours = await startProduct({ api: standIn.url, enabled });
  let first = 0;
  let accepted = 0;
  const closed = async (count: number) => {
    const result = await load.run({ kind: "closed", port: ours.port, first, count, connections: 64 });
    first += count;
    accepted += result.accepted.length;
    return count / result.seconds;
  };
  await closed(2_000);
  const capacity = median([await closed(3_000), await closed(3_000), await closed(3_000)]);
  const perSecond = Math.round(capacity * times);
  const flood = async (forSeconds: number) => {
    const count = perSecond * forSeconds;
    const result = await load.run({ kind: "open", port: ours.port, first, count, connections: 4_000, perSecond });
    first += count;
    accepted += result.accepted.length;
    return result;
  };
  // What refuses has to be warm as well.
  await flood(2);
  const over = await flood(seconds);
  const after = await closed(2_000);
  // Killed, not stopped: what was answered 200 has to be on the disk already.
  process.kill(ours.pid, "SIGKILL");
  const db = openDatabase(join(ours.folder, "switchboard.sqlite"));
  const kept = eventStore(db).count();
  db.close();
  await ours.remove();
  await load.stop();
  await standIn.stop();

  const shares = (figures: readonly number[]) => percentileShares.map((share) => two(percentile(figures, share)));
  showTable(
    `Overload: ${whole(perSecond)} events/s for ${seconds} s, three times the ${whole(capacity)} it takes; milliseconds`,
    ["", "answers", "a second", "p50", "p90", "p99", "p99.9"],
    [
      ["200", whole(over.accepted.length), whole(over.accepted.length / over.seconds), ...shares(over.accepted)],
      ["refused", whole(over.refused.length), whole(over.refused.length / over.seconds), ...shares(over.refused)],
    ],
  );
  process.stdout.write(
    `\nStatuses ${JSON.stringify(over.statuses)}; answered 200 ${whole(accepted)}, on the disk after a kill ${whole(kept)}; afterwards ${whole(after)} events/s. The generator was ${two(over.lateMs)} ms late at worst. Wanted: p99 of 200 under 1,000 ms, only 200 and 503, both counts equal.\n`,
  );
  const points = (figures: readonly number[]) =>
    percentileShares.map((share, index) => [index, percentile(figures, share)] as const);
  writePlot("overload", {
    title: "Three times as many events as it takes",
    x: "share of the answers",
    y: "milliseconds",
    ticks: percentileTicks,
    series: [
      { name: "answered 200", points: points(over.accepted) },
      { name: "refused 503", points: points(over.refused) },
    ],
  });
}
