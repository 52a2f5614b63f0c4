import { appendFileSync } from "node:fs";
import { monitorEventLoopDelay } from "node:perf_hooks";

/** Preloaded into a server that is measured: writes every 100 ms how long its event loop was held at most, milliseconds. */
const file = process.env["LOOP_FILE"];
if (file) {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  setInterval(() => {
    appendFileSync(file, `${(delay.max / 1e6).toFixed(2)}\n`);
    delay.reset();
  }, 100).unref();
}
