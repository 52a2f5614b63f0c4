import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { routes } from "#shared/api/routes.ts";
import type { SheetRow } from "#shared/api/tables.ts";
import type { Cells } from "#shared/tables/table.ts";
import { call } from "../api/call.ts";
import { useNotice } from "../ui/useNotice.ts";
import { inChunks } from "./inChunks.ts";
import type { ShownRow } from "./sheetRow.ts";
import { useRefused } from "../ui/useRefused.ts";
import type { RowPages } from "./useRowPages.ts";

type Key = ShownRow["key"];

interface Write {
  key: Key;
  cells: Cells;
}

/** A table as it is on screen: what is kept, and over it what is on its way there. */
export interface Sheet {
  /** How many lines hold rows. */
  count: number;
  at(index: number): ShownRow | undefined;
  /** Writes these cells of rows, and no others. */
  change(rows: readonly { row: ShownRow; cells: Cells }[]): void;
  add(rows: readonly Cells[]): void;
  /** Gives what puts them back. */
  remove(rows: readonly SheetRow[]): () => void;
  /** Takes back what was done last here. */
  undo(): void;
  isSaving: boolean;
  /** Resolves when all that was written so far is kept, or was refused. */
  settled(): Promise<void>;
}

/**
 * Writes go to the server one after the other, in the order they were made, and are shown at once. A row that is being
 * added goes by a name of our own until its number is known, and keeps it for as long as the sheet is open.
 */
export function useSheet(id: string, pages: RowPages): Sheet {
  const { t } = useTranslation("tables");
  const notice = useNotice();
  const refused = useRefused();
  const [writes, setWrites] = useState<readonly Write[]>([]);
  const [added, setAdded] = useState<readonly Write[]>([]);
  const [underWay, setUnderWay] = useState(0);
  const [names] = useState(() => ({ toNumber: new Map<Key, number>(), ofNumber: new Map<number, Key>() }));
  const queue = useRef<Promise<void>>(Promise.resolve());
  const past = useRef<(() => void)[]>([]);
  const params = { id };

  const numberOf = (key: Key): number | undefined => (typeof key === "number" ? key : names.toNumber.get(key));
  const numbered = (rows: readonly Write[]): SheetRow[] =>
    rows.flatMap(({ key, cells }) => {
      const row = numberOf(key);
      return row === undefined ? [] : [{ row, cells }];
    });

  function enqueue(work: () => Promise<void>, settled: () => void): void {
    setUnderWay((count) => count + 1);
    queue.current = queue.current
      .then(work)
      .catch((error: unknown) => refused(t("notSaved"), error))
      .then(() => {
        settled();
        setUnderWay((count) => count - 1);
      });
  }

  function write(rows: readonly Write[]): void {
    setWrites((before) => [...before, ...rows]);
    enqueue(
      async () => {
        for (const part of inChunks(numbered(rows))) {
          const { gone } = await call(routes.changeRows, { params, body: { rows: part } }, undefined, true);
          if (gone.length > 0) notice(t("rowGone"));
          pages.show(part);
        }
      },
      () => setWrites((before) => before.filter((each) => !rows.includes(each))),
    );
  }

  function insert(rows: readonly Cells[]): Key[] {
    const fresh = rows.map((cells): Write => ({ key: crypto.randomUUID(), cells }));
    setAdded((before) => [...before, ...fresh]);
    enqueue(
      async () => {
        for (const part of inChunks(fresh)) {
          const body = { rows: part.map(({ cells }) => ({ cells })) };
          const { rows: given } = await call(routes.addRows, { params, body }, undefined, true);
          for (const [index, { key }] of part.entries()) {
            const row = given[index];
            if (row === undefined) continue;
            names.toNumber.set(key, row);
            names.ofNumber.set(row, key);
          }
          setAdded((before) => before.filter((each) => !part.includes(each)));
          pages.append(numbered(part));
        }
      },
      () => setAdded((before) => before.filter((each) => !fresh.includes(each))),
    );
    return fresh.map(({ key }) => key);
  }

  function putBack(rows: readonly SheetRow[]): void {
    const work = async () => {
      for (const part of inChunks(rows)) await call(routes.addRows, { params, body: { rows: part } });
    };
    enqueue(work, pages.renew);
  }

  function removeNumbers(numbers: () => number[]): void {
    const work = async () => {
      const all = numbers();
      for (let from = 0; from < all.length; from += 1_000)
        await call(routes.removeRows, { params, body: { rows: all.slice(from, from + 1_000) } });
    };
    enqueue(work, pages.renew);
  }

  function remember(undo: () => void): () => void {
    past.current = [...past.current, undo].slice(-100);
    return () => {
      past.current = past.current.filter((each) => each !== undo);
      undo();
    };
  }

  const overlaid = (key: Key, cells: Cells): Cells => {
    const over = writes.filter((each) => each.key === key);
    return over.length === 0 ? cells : Object.assign({}, cells, ...over.map((each) => each.cells));
  };
  const total = pages.total ?? 0;

  return {
    count: total + added.length,
    at(index) {
      const kept = index < total ? pages.at(index) : undefined;
      const fresh = index < total ? undefined : added[index - total];
      const row = kept ? { key: names.ofNumber.get(kept.row) ?? kept.row, cells: kept.cells } : fresh;
      return row && { key: row.key, cells: overlaid(row.key, row.cells) };
    },
    change(rows) {
      const before = rows.map(({ row: { key, cells }, cells: next }) => ({
        key,
        cells: Object.fromEntries(Object.keys(next).map((column) => [column, cells[column] ?? null])),
      }));
      remember(() => write(before));
      write(rows.map(({ row, cells }) => ({ key: row.key, cells })));
    },
    add(rows) {
      const keys = insert(rows);
      remember(() => removeNumbers(() => keys.flatMap((key) => numberOf(key) ?? [])));
    },
    remove(rows) {
      removeNumbers(() => rows.map(({ row }) => row));
      return remember(() => putBack(rows));
    },
    undo() {
      past.current.pop()?.();
    },
    isSaving: underWay > 0,
    settled: () => queue.current,
  };
}
