import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { unroll } from "#shared/archive/unroll.ts";
import { pack } from "#shared/archive/packed.ts";
const lines = ["support-thunderbird", "servicedesk-star", "chats-multidogo"].flatMap((n) =>
  gunzipSync(readFileSync(`/work/shared/conversations/${n}.jsonl.gz`))
    .toString("utf8")
    .split("\n")
    .filter(Boolean),
);
let a = 0,
  b = 0,
  c = 0;
for (const l of lines) {
  const t0 = performance.now();
  const r = JSON.parse(l);
  const t1 = performance.now();
  const u = unroll(r) as any;
  const t2 = performance.now();
  pack(u.past);
  const t3 = performance.now();
  a += t1 - t0;
  b += t2 - t1;
  c += t3 - t2;
}
console.log({ parse: a, unroll: b, pack: c });
