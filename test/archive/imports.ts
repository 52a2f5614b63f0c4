import { vi } from "vitest";
import { addressOf } from "#shared/api/addressOf.ts";
import { Import, type Import as ImportState, type FileLook } from "#shared/api/archive.ts";
import { routes } from "#shared/api/routes.ts";
import type { CsvMapping } from "#shared/archive/csvMapping.ts";
import { apiKey, type Program } from "../support/program.ts";

const send = async (program: Program, address: string, body: BodyInit) => {
  const response = await fetch(`${program.url}${address}`, {
    method: "POST",
    headers: { authorization: `Bearer ${apiKey}`, "content-type": "application/octet-stream" },
    body,
  });
  return { status: response.status, body: (await response.json()) as unknown };
};

/** Sends a file to be imported, as it is. */
export function sendFile(program: Program, name: string, body: BodyInit, mapping?: CsvMapping) {
  const query = { name, ...(mapping ? { mapping: JSON.stringify(mapping) } : {}) };
  return send(program, addressOf(routes.importFile, { query }), body);
}

export const look = async (program: Program, body: BodyInit) =>
  (await send(program, routes.lookAtFile.path, body)).body as FileLook;

/** How an import stands once it is as it should be. */
export async function importThat(
  program: Program,
  id: string,
  fits: (state: ImportState) => boolean,
): Promise<ImportState> {
  let found: ImportState | undefined;
  await vi.waitUntil(
    async () => {
      const { imports } = await program.call(routes.getArchive, {});
      found = imports.find((each) => each.id === id);
      return found !== undefined && fits(found);
    },
    { timeout: 60_000, interval: 30 },
  );
  return Import.parse(found);
}

export const isOver = ({ state }: ImportState): boolean => state === "done";

/** All that has been imported can be found by its words. */
export const searchable = (program: Program) =>
  vi.waitUntil(async () => (await program.call(routes.getArchive, {})).notSearchable === 0, {
    timeout: 60_000,
    interval: 30,
  });

/** Imports a file and waits until it is there and can be found. */
export async function importWhole(program: Program, name: string, body: BodyInit, mapping?: CsvMapping) {
  const began = await sendFile(program, name, body, mapping);
  if (began.status !== 200) throw new Error(JSON.stringify(began.body));
  const done = await importThat(program, Import.parse(began.body).id, isOver);
  await searchable(program);
  return done;
}

export const jsonLines = (all: readonly unknown[]): string => all.map((each) => JSON.stringify(each)).join("\n");
