import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { routes } from "#shared/api/routes.ts";
import { record, string } from "#shared/events/raw.ts";
import { apiKey, type Program, startProgram } from "../support/program.ts";

const docs = join(import.meta.dirname, "../../docs");

let program: Program;
beforeAll(async () => {
  program = await startProgram();
  const teams = async () => (await program.call(routes.getLists, {})).lists.teams.length;
  await vi.waitUntil(async () => (await teams()) > 0, { timeout: 5_000 });
});
afterAll(() => program.remove());

/** The commands in the sh blocks of a page: a curl command may go over several lines, within its quotes. */
function commandsIn(page: string): string[] {
  const blocks = [...page.matchAll(/```sh\n([\s\S]*?)```/g)].map(([, block]) => block ?? "");
  return blocks.flatMap((block) => block.match(/^(?:curl (?:'[^']*'|[^'\n])*|[A-Z]+=\S+)$/gm) ?? []);
}

/** A command's words as a shell reads them: variables are filled in, here within single quotes too. */
const wordsOf = (command: string, variables: ReadonlyMap<string, string>): string[] =>
  [...command.matchAll(/'([^']*)'|"([^"]*)"|(\S+)/g)].map(([, single, double, bare]) =>
    (single ?? double ?? bare ?? "").replaceAll(/\$([A-Z]+)/g, (_, name: string) => {
      const value = variables.get(name);
      if (value === undefined) throw new Error(`$${name} is not set before ${command}`);
      return value;
    }),
  );

async function curl(words: readonly string[]): Promise<{ status: number; body: unknown }> {
  let method = "GET";
  let url = "";
  let body: string | null = null;
  const headers = new Headers();
  const rest = [...words];
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    if (word === "-X") method = rest.shift() ?? "";
    else if (word === "-d") body = rest.shift() ?? "";
    else if (word === "-H") {
      const [name = "", ...value] = (rest.shift() ?? "").split(":");
      headers.set(name, value.join(":").trim());
    } else url = word;
  }
  const response = await fetch(url, { method, headers, ...(body === null ? {} : { body }) });
  return { status: response.status, body: await response.json() };
}

/** ".lists.teams[0].id" of an answer. */
const valueAt = (answer: unknown, path: string): string =>
  string(
    path.split(/[.[\]]+/).reduce((value: unknown, key) => {
      if (key === "") return value;
      return Array.isArray(value) ? value[Number(key)] : record(value)[key];
    }, answer),
  );

it("runs every example of docs/API.md, each answered with 200", async () => {
  const variables = new Map([
    ["SWITCHBOARD", program.url],
    ["KEY", apiKey],
  ]);
  const commands = commandsIn(readFileSync(join(docs, "API.md"), "utf8"));
  expect(commands.filter((command) => command.startsWith("curl")).length).toBeGreaterThanOrEqual(13);
  let answer: unknown = null;
  for (const command of commands) {
    const [, name, path] = /^([A-Z]+)=(\S+)$/.exec(command) ?? [];
    if (name && path) {
      const value = valueAt(answer, path);
      if (value === "") throw new Error(`${command}: the answer above has no such value`);
      variables.set(name, value);
      continue;
    }
    // A person reads a run after it has begun; a script may be quicker than the event.
    const conversation = variables.get("CONVERSATION");
    const begun = async () => (await program.call(routes.listRuns, { query: { conversation } })).runs.length > 0;
    if (command.includes("/api/runs")) await vi.waitUntil(begun, { timeout: 5_000, interval: 10 });
    const [, ...words] = wordsOf(command, variables);
    const { status, body } = await curl(words);
    if (status !== 200) throw new Error(`${command}: ${status} ${JSON.stringify(body)}`);
    answer = body;
  }
  const runs = await program.call(routes.listRuns, { query: { conversation: variables.get("CONVERSATION") } });
  expect(runs.runs.map(({ workflow }) => workflow.name)).toEqual(["Refunds to a team"]);
});

it("describes every endpoint in OpenAPI, each with who may call it and what it answers", async () => {
  const response = await fetch(`${program.url}/api/openapi.json`, { headers: { authorization: `Bearer ${apiKey}` } });
  const paths = record(record(await response.json())["paths"]);
  const listed = Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(record(methods)).map((method) => `${method} ${path.replaceAll(/\{(\w+)\}/g, ":$1")}`),
  );
  const declared = Object.values(routes).map(({ method, path }) => `${method} ${path}`);
  expect(new Set(listed)).toEqual(new Set(declared));
});

it("names every setting of the environment in docs/OPERATING.md", () => {
  const page = readFileSync(join(docs, "OPERATING.md"), "utf8");
  const source = readFileSync(join(docs, "../server/environment.ts"), "utf8");
  const names = [...source.matchAll(/^ {2}([A-Z_]+):/gm)].map(([, name]) => name ?? "");
  expect(names.length).toBeGreaterThan(12);
  expect(names.filter((name) => !page.includes(`\`${name}\``))).toEqual([]);
});
