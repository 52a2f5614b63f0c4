import { z } from "zod";
import { record } from "../../events/raw.ts";
import { text } from "../../language/text.ts";
import { answer, defineAction } from "../../nodes/define.ts";
import { cells, pick, rowMatchOr } from "../../nodes/form.ts";
import { fill } from "../../template/fill.ts";
import { matchWords, tableWords } from "./rowWords.ts";

/** Adds a row to a table of ours, or changes the first whose column holds a value and adds it where there is none. */
export const writeRow = defineAction({
  type: "logic.writeRow",
  label: text("Write to a table", "Escribir en una tabla"),
  help: text(
    "Adds a row, or changes the one where a column holds a value and adds it if there is none.",
    "Añade una fila, o cambia aquella en la que una columna contiene un valor y la añade si no existe.",
  ),
  keywords: text(
    "sheet row add append update save store log record spreadsheet data",
    "hoja fila añadir actualizar guardar anotar registrar datos",
  ),
  icon: "table",
  group: "data",
  config: z.object({
    table: pick({ label: text("Table", "Tabla") }, "tables"),
    where: rowMatchOr(
      { label: text("Which row", "Qué fila") },
      "table",
      text("A new row each time", "Una fila nueva cada vez"),
    ),
    cells: cells(
      {
        label: text("What to write", "Qué escribir"),
        help: text(
          "Columns that are not here stay as they are. Without a value a cell is emptied.",
          "Las columnas que no están aquí se quedan como están. Sin valor, la celda se vacía.",
        ),
      },
      "table",
    ),
  }),
  example: {
    table: "prices",
    where: { column: "plan", is: ["Gold"] },
    cells: [{ column: "seen", value: [{ ref: "message.text" }] }],
  },
  fresh: { where: null, cells: [] },
  reply: z.object({ added: answer(z.boolean(), text("Whether a row was added", "Si se añadió una fila"), "boolean") }),
  plan({ config, read }) {
    const { table } = config;
    const where = config.where && { column: config.where.column, is: fill(config.where.is, read) };
    if (where?.is.trim() === "") return nothingToFindBy;
    const filled = config.cells.map(({ column, value }) => ({ column, words: fill(value, read) }));
    return { type: "row", do: "write", table, where, cells: filled };
  },
  answer: (body) => ({ added: record(body)["added"] === true }),
  simulate: () => ({ added: true }),
  onUncertain: "repeat",
  sentence({ table, where }, speech) {
    const which = tableWords(table, speech);
    if (!where) return speech.say(`Add a row to ${which}`, `Añadir una fila a ${which}`);
    const match = matchWords(table, where, speech);
    return speech.say(`Write to ${which} where ${match}`, `Escribir en ${which} donde ${match}`);
  },
  done: ({ table }, { added }, speech) =>
    added
      ? speech.say(`Added a row to ${tableWords(table, speech)}`, `Añadió una fila a ${tableWords(table, speech)}`)
      : speech.say(`Changed a row of ${tableWords(table, speech)}`, `Cambió una fila de ${tableWords(table, speech)}`),
});

const nothingToFindBy = {
  type: "fail" as const,
  failure: {
    what: text("The value to find the row by is empty.", "El valor con el que buscar la fila está vacío."),
    todo: text("Give it something to stand in for it.", "Ponle un texto de reserva."),
  },
};
