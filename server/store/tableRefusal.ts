import { text, type Text } from "#shared/language/text.ts";

/** Why something was not done to a table. `column` is the name of the one concerned. */
export type TableRefusal =
  | { why: "no-table" | "no-column" | "too-many-rows" | "too-many-columns" | "same-name" }
  | { why: "misfit" | "too-long"; column: string };

/** The same for people: what happened, and what to do. */
export function refusalWords(refusal: TableRefusal): { what: Text; todo: Text } {
  switch (refusal.why) {
    case "no-table":
      return {
        what: text("This table no longer exists.", "Esta tabla ya no existe."),
        todo: text("Choose another.", "Elige otra."),
      };
    case "no-column":
      return {
        what: text("A column is no longer in this table.", "Una columna ya no está en esta tabla."),
        todo: text("Choose another.", "Elige otra."),
      };
    case "too-many-rows":
      return {
        what: text("A table holds at most 20,000 rows.", "Una tabla tiene como mucho 20 000 filas."),
        todo: text("Delete rows that are no longer needed.", "Elimina las filas que ya no hagan falta."),
      };
    case "too-many-columns":
      return {
        what: text("A table has at most 50 columns.", "Una tabla tiene como mucho 50 columnas."),
        todo: text("Delete a column that is no longer needed.", "Elimina una columna que ya no haga falta."),
      };
    case "same-name":
      return {
        what: text("The table has a column of this name.", "La tabla ya tiene una columna con ese nombre."),
        todo: text("Choose another name.", "Elige otro nombre."),
      };
    case "misfit":
      return {
        what: text(`The value does not fit “${refusal.column}”.`, `El valor no encaja en «${refusal.column}».`),
        todo: text("Give it one of the column's type.", "Pon uno del tipo de la columna."),
      };
    case "too-long":
      return {
        what: text(
          `The text for “${refusal.column}” is longer than 2,000 characters.`,
          `El texto de «${refusal.column}» tiene más de 2000 caracteres.`,
        ),
        todo: text("Shorten it.", "Acórtalo."),
      };
  }
}
