import { z } from "zod";
import { Language } from "../language/text.ts";
import { Cells, Column, ColumnType, longestName, mostColumns } from "../tables/table.ts";
import { Problem } from "./problem.ts";
import { route } from "./route.ts";

const name = z.string().trim().min(1).max(longestName);
const id = z.object({ id: z.string().max(64) });
const row = z.number().int().positive();
const NewColumn = z.object({ name, type: ColumnType });
/** Workflows that name something, in their draft or in what is published. */
const usedBy = z.array(z.object({ id: z.string(), name: z.string() }));

/** One table of the list. */
export const TableSummary = z.object({ id: z.string(), name: z.string(), rows: z.number(), usedBy });
export type TableSummary = z.infer<typeof TableSummary>;

/** A table without its rows. */
export const TableDetail = TableSummary.extend({ columns: z.array(Column.extend({ usedBy })) });
export type TableDetail = z.infer<typeof TableDetail>;

/** One row. Its number says where it stands and never changes. */
export const SheetRow = z.object({ row, cells: Cells });
export type SheetRow = z.infer<typeof SheetRow>;

export const tableRoutes = {
  listTables: route({
    method: "get",
    path: "/api/tables",
    access: "member",
    summary: "All tables, by name",
    answer: z.object({ tables: z.array(TableSummary) }),
  }),
  createTable: route({
    method: "post",
    path: "/api/tables",
    access: "member",
    summary: "Create a table with its first columns",
    body: z.object({ name, columns: z.array(NewColumn).max(mostColumns) }),
    answer: TableDetail,
    refusals: { 422: Problem },
  }),
  getTable: route({
    method: "get",
    path: "/api/tables/:id",
    access: "member",
    summary: "One table with its columns",
    params: id,
    answer: TableDetail,
  }),
  renameTable: route({
    method: "patch",
    path: "/api/tables/:id",
    access: "member",
    summary: "Rename a table",
    params: id,
    body: z.object({ name }),
    answer: TableDetail,
  }),
  deleteTable: route({
    method: "delete",
    path: "/api/tables/:id",
    access: "member",
    summary: "Delete a table with its rows; steps that use it then fail",
    params: id,
    answer: z.object({ ok: z.literal(true) }),
  }),
  addColumn: route({
    method: "post",
    path: "/api/tables/:id/columns",
    access: "member",
    summary: "Add a column at the end",
    params: id,
    body: NewColumn,
    answer: TableDetail,
    refusals: { 422: Problem },
  }),
  renameColumn: route({
    method: "patch",
    path: "/api/tables/:id/columns/:column",
    access: "member",
    summary: "Rename a column",
    params: id.extend({ column: z.string().max(64) }),
    body: z.object({ name }),
    answer: TableDetail,
    refusals: { 422: Problem },
  }),
  removeColumn: route({
    method: "delete",
    path: "/api/tables/:id/columns/:column",
    access: "member",
    summary: "Remove a column with what its cells hold",
    params: id.extend({ column: z.string().max(64) }),
    answer: TableDetail,
  }),
  listRows: route({
    method: "get",
    path: "/api/tables/:id/rows",
    access: "member",
    summary: "Rows in their order, from an offset on; of those that hold some words, where they are given",
    params: id,
    query: z.object({
      offset: z.coerce.number().int().min(0).default(0),
      limit: z.coerce.number().int().min(1).max(500).default(100),
      search: z.string().max(200).default(""),
    }),
    answer: z.object({ rows: z.array(SheetRow), total: z.number() }),
  }),
  addRows: route({
    method: "post",
    path: "/api/tables/:id/rows",
    access: "member",
    summary: "Add rows at the end, all or none; one that was removed goes back to its place by its number",
    params: id,
    body: z.object({
      rows: z
        .array(SheetRow.partial({ row: true }))
        .min(1)
        .max(1000),
    }),
    answer: z.object({ rows: z.array(row) }),
    refusals: { 422: Problem },
  }),
  changeRows: route({
    method: "patch",
    path: "/api/tables/:id/rows",
    access: "member",
    summary: "Write the cells named and no others, all or none; tells which rows are no longer there",
    params: id,
    body: z.object({ rows: z.array(SheetRow).min(1).max(1000) }),
    answer: z.object({ gone: z.array(row) }),
    refusals: { 422: Problem },
  }),
  removeRows: route({
    method: "post",
    path: "/api/tables/:id/rows/remove",
    access: "member",
    summary: "Remove rows by their numbers",
    params: id,
    body: z.object({ rows: z.array(row).min(1).max(1000) }),
    answer: z.object({ ok: z.literal(true) }),
  }),
  exportTable: route({
    method: "get",
    path: "/api/tables/:id/export",
    access: "member",
    summary: "The whole table as CSV with a header row (RFC 4180), yes and no in the language asked for",
    params: id,
    query: z.object({ language: Language.default("en") }),
    answer: z.object({ csv: z.string() }),
  }),
};
