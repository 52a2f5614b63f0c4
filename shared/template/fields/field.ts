import type { ListName } from "../../workspace/lists.ts";
import type { Value } from "../../conditions/evidence.ts";
import type { Facts } from "../../events/facts.ts";
import { text, type Text } from "../../language/text.ts";

/** How a value is compared and shown. `choice` and `list` hold ids or fixed words; see `options`. */
export type ValueType = "text" | "number" | "date" | "boolean" | "choice" | "list";

export type Source = "message" | "conversation" | "contact" | "company" | "ticket" | "happening";

/** Fixed words with their names, or one of the workspace's lists. */
export type Options =
  | { fixed: readonly { value: string; label: Text }[] }
  | { list: ListName }
  | { free: readonly string[] };

/** One value a workflow can refer to. */
export interface Field {
  ref: string;
  source: Source;
  type: ValueType;
  label: Text;
  /** Spanish says a label with its article in a running sentence: "el plan de la empresa". */
  article?: "el" | "la" | "los" | "las";
  options?: Options;
  /** The value as conditions compare it; null when it is not set. */
  read(facts: Facts): Value;
  /** The value as a customer would read it, where that differs (names instead of ids). */
  show?(facts: Facts): Value;
}

/** Words that may be missing: "" is not set. */
export const set = (value: string): Value => (value === "" ? null : value);

/** One fixed word with its name, for `options`. */
export const option = (value: string, en: string, es: string) => ({ value, label: text(en, es) });
