import { type Boundary, watchBoundaries } from "../../server/store/boundary.ts";

/** Loaded before the server: ends the process, as a power cut would, when it comes to KILL_AT for the KILL_NTH time. */
const { KILL_AT, KILL_NTH = "1" } = process.env;
let left = Number(KILL_NTH);

watchBoundaries((at: Boundary) => {
  if (at !== KILL_AT) return;
  left -= 1;
  if (left === 0) process.kill(process.pid, "SIGKILL");
});
