import { keepPreviousData, useQueries, useQueryClient } from "@tanstack/react-query";
import { useCallback, useMemo } from "react";
import type { SheetRow } from "#shared/api/tables.ts";
import type { Cells } from "#shared/tables/table.ts";
import { query } from "../api/query.ts";

const rowsInPage = 100;

/** Rows of a table, read a page at a time as they come into sight. */
export interface RowPages {
  /** How many there are; null while that is not known. */
  total: number | null;
  /** Undefined while it is not read. */
  at(index: number): SheetRow | undefined;
  error: Error | null;
  /** Rows from one index up to another, the last not included, read where they are not. */
  between(from: number, to: number): Promise<SheetRow[]>;
  /** Shows what was written until it is read again. */
  show(written: readonly SheetRow[]): void;
  /** Shows rows that were added at the end until they are read again. */
  append(added: readonly SheetRow[]): void;
  /** Reads them again. */
  renew(): void;
}

/** @param first of the lines in sight, and @param last, by their indexes. */
export function useRowPages(id: string, search: string, first: number, last: number): RowPages {
  const client = useQueryClient();
  const asked = useCallback(
    (page: number) =>
      query("listRows", { params: { id }, query: { offset: page * rowsInPage, limit: rowsInPage, search } }),
    [id, search],
  );
  const [from, to] = [Math.floor(first / rowsInPage), Math.floor(last / rowsInPage)];
  // The first page is always read: it tells how many rows there are, and stays in sight while others are searched for.
  const wanted = [...new Set([0, ...Array.from({ length: to - from + 1 }, (_, index) => from + index)])];
  const pages = useQueries({
    queries: wanted.map((page) => ({ ...asked(page), ...(page === 0 ? { placeholderData: keepPreviousData } : {}) })),
  });
  const writing = useMemo(() => {
    const renew = () => void client.invalidateQueries({ queryKey: ["listRows"] });
    return {
      renew,
      async between(start: number, end: number) {
        const found: SheetRow[] = [];
        for (let page = Math.floor(start / rowsInPage); page * rowsInPage < end; page += 1) {
          const { rows } = await client.query(asked(page));
          const offset = page * rowsInPage;
          found.push(...rows.slice(Math.max(0, start - offset), Math.max(0, end - offset)));
        }
        return found;
      },
      show(written: readonly SheetRow[]) {
        const cells = new Map(written.map((row): [number, Cells] => [row.row, row.cells]));
        client.setQueriesData<{ rows: SheetRow[]; total: number }>(
          { queryKey: ["listRows"] },
          (data) =>
            data && {
              ...data,
              rows: data.rows.map((row) => ({ ...row, cells: { ...row.cells, ...cells.get(row.row) } })),
            },
        );
        renew();
      },
      append(added: readonly SheetRow[]) {
        const total = client.getQueryData(asked(0).queryKey)?.total ?? 0;
        for (const [index, row] of added.entries())
          client.setQueryData(
            asked(Math.floor((total + index) / rowsInPage)).queryKey,
            (data) => data && { ...data, rows: [...data.rows, row] },
          );
        client.setQueryData(asked(0).queryKey, (data) => data && { ...data, total: total + added.length });
        renew();
      },
    };
  }, [client, asked]);
  const byPage = new Map(wanted.map((page, index) => [page, pages[index]?.data?.rows ?? []]));
  return {
    ...writing,
    total: pages[0]?.data?.total ?? null,
    at: (index) => byPage.get(Math.floor(index / rowsInPage))?.[index % rowsInPage],
    error: pages.find(({ error }) => error !== null)?.error ?? null,
  };
}
