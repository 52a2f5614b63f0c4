import { z } from "zod";
import { record } from "../../events/raw.ts";
import { text } from "../../language/text.ts";
import { answer, defineAction } from "../../nodes/define.ts";
import { pick, rowMatch } from "../../nodes/form.ts";
import { Cell, Cells } from "../../tables/table.ts";
import { fill } from "../../template/fill.ts";
import { matchWords, tableWords } from "./rowWords.ts";

/** Looks a row up in a table of ours, by what one of its columns holds; of several the first. */
export const findRow = defineAction({
  type: "logic.findRow",
  label: text("Look up in a table", "Buscar en una tabla"),
  help: text(
    "Finds the first row whose column holds a value, and gives its columns to later steps.",
    "Encuentra la primera fila cuya columna contiene un valor y da sus columnas a los pasos siguientes.",
  ),
  keywords: text("sheet row list find vlookup spreadsheet data", "hoja fila lista encontrar consultar buscarv datos"),
  icon: "table",
  group: "data",
  config: z.object({
    table: pick({ label: text("Table", "Tabla") }, "tables"),
    where: rowMatch(
      {
        label: text("The row where", "La fila en la que"),
        help: text(
          "Capitals, accents and outer spaces make no difference.",
          "Da igual mayúsculas, acentos y espacios al principio o al final.",
        ),
      },
      "table",
    ),
  }),
  example: { table: "prices", where: { column: "plan", is: [{ ref: "company.plan" }] } },
  fresh: {},
  reply: z
    .object({ found: answer(z.boolean(), text("Whether a row was found", "Si se encontró una fila"), "boolean") })
    .catchall(Cell),
  gives: ({ table }, lists) =>
    (lists?.tables.find(({ id }) => id === table)?.columns ?? []).map(({ id, name, type }) => ({
      field: id,
      label: text(name, name),
      type,
    })),
  plan({ config: { table, where }, read }) {
    const is = fill(where.is, read);
    return is.trim() === ""
      ? { type: "answer", reply: { found: false } }
      : { type: "row", do: "find", table, where: { column: where.column, is }, cells: [] };
  },
  answer: (body) => ({ ...Cells.safeParse(record(body)["cells"]).data, found: record(body)["found"] === true }),
  simulate: ({ config: { where }, read }) => ({ found: true, cells: { [where.column]: fill(where.is, read) } }),
  onUncertain: "repeat",
  sentence({ table, where }, speech) {
    const [which, match] = [tableWords(table, speech), matchWords(table, where, speech)];
    return speech.say(`Look up in ${which} where ${match}`, `Buscar en ${which} donde ${match}`);
  },
  done: ({ table }, { found }, speech) =>
    found
      ? speech.say(`Found a row in ${tableWords(table, speech)}`, `Encontró una fila en ${tableWords(table, speech)}`)
      : speech.say(
          `Found no such row in ${tableWords(table, speech)}`,
          `No encontró esa fila en ${tableWords(table, speech)}`,
        ),
});
