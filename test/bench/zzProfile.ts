import { onAnotherChannel } from "./drawings.ts";
import { startLoad, startProduct, startStandIn, startBare } from "./rig.ts";
const standIn = await startStandIn(0, 1);
const load = startLoad();
const bare = process.argv[2] === "bare";
if (!bare) process.env.PROFILE = "1";
const server = bare
  ? await startBare({ flow: "none" })
  : await startProduct({ api: standIn.url, enabled: Array.from({ length: 50 }, (_, e) => onAnotherChannel(e)) });
await load.run({ kind: "closed", port: server.port, first: 0, count: 3000, connections: 64 });
const r = await load.run({ kind: "closed", port: server.port, first: 3000, count: 30000, connections: 64 });
console.log(30000 / r.seconds);
process.kill(server.pid, "SIGTERM");
await new Promise((d) => setTimeout(d, 3000));
await server.remove();
await load.stop();
await standIn.stop();
