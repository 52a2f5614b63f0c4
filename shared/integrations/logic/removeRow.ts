import { z } from "zod";
import { number, record } from "../../events/raw.ts";
import { text } from "../../language/text.ts";
import { answer, defineAction } from "../../nodes/define.ts";
import { pick, rowMatch } from "../../nodes/form.ts";
import { fill } from "../../template/fill.ts";
import { matchWords, tableWords } from "./rowWords.ts";

/** Removes every row of a table of ours whose column holds a value. A value that is empty matches none. */
export const removeRow = defineAction({
  type: "logic.removeRow",
  label: text("Remove from a table", "Quitar de una tabla"),
  help: text("Removes every row whose column holds a value.", "Quita todas las filas cuya columna contiene un valor."),
  keywords: text("sheet row delete drop erase spreadsheet data", "hoja fila borrar eliminar datos"),
  icon: "table",
  group: "data",
  config: z.object({
    table: pick({ label: text("Table", "Tabla") }, "tables"),
    where: rowMatch({ label: text("The rows where", "Las filas en las que") }, "table"),
  }),
  example: { table: "prices", where: { column: "plan", is: ["Gold"] } },
  fresh: {},
  reply: z.object({ removed: answer(z.number(), text("How many rows", "Cuántas filas"), "number") }),
  plan({ config: { table, where }, read }) {
    const is = fill(where.is, read);
    return is.trim() === ""
      ? { type: "answer", reply: { removed: 0 } }
      : { type: "row", do: "remove", table, where: { column: where.column, is }, cells: [] };
  },
  answer: (body) => ({ removed: number(record(body)["removed"]) ?? 0 }),
  simulate: () => ({ removed: 1 }),
  onUncertain: "repeat",
  sentence({ table, where }, speech) {
    const [which, match] = [tableWords(table, speech), matchWords(table, where, speech)];
    return speech.say(`Remove from ${which} where ${match}`, `Quitar de ${which} donde ${match}`);
  },
  done({ table }, { removed }, speech) {
    const which = tableWords(table, speech);
    return removed === 1
      ? speech.say(`Removed 1 row from ${which}`, `Quitó 1 fila de ${which}`)
      : speech.say(`Removed ${removed} rows from ${which}`, `Quitó ${removed} filas de ${which}`);
  },
});
