/** `npm run bench` measures everything, `npm run bench -- NAME …` some of it. docs/PERFORMANCE.md says what each is. */
const parts: Record<string, () => Promise<unknown>> = {
  engine: async () => (await import("./engine.ts")).engine(),
  intake: async () => (await import("./intake.ts")).intake(),
  acks: async () => (await import("./acks.ts")).acks(),
  overload: async () => (await import("./overload.ts")).overload(),
  start: async () => (await import("./start.ts")).start(),
  workflows: async () => (await import("./scale.ts")).workflows(),
  stored: async () => (await import("./scale.ts")).stored(),
  runs: async () => (await import("./runs.ts")).runs(),
  chain: async () => (await import("./runs.ts")).chain(),
  archive: async () => (await import("./archive.ts")).archive(),
  growth: () => import("./growth.ts"),
  simulation: async () => (await import("./simulation.ts")).simulation(),
  beside: async () => (await import("./beside.ts")).beside(),
  edit: async () => (await import("./edit.ts")).edit(),
};

const asked = process.argv.slice(2).filter((name) => !/^\d+$/.test(name));
const unknown = asked.filter((name) => !(name in parts));
if (unknown.length > 0) {
  process.stderr.write(`There is no ${unknown.join(", ")}. Choose among ${Object.keys(parts).join(", ")}.\n`);
  process.exit(1);
}
for (const [name, part] of Object.entries(parts)) if (asked.length === 0 || asked.includes(name)) await part();
