import type { Text } from "../../../../language/text.ts";
import { type FieldUi, pickFrom } from "../../../../nodes/form.ts";
import type { ListName } from "../../../../workspace/lists.ts";

/** A filter that lets everything through until an entry is chosen; `any` is what that is called. */
export const anyOr = (ui: Omit<FieldUi, "widget">, lists: readonly ListName[], any: Text) =>
  pickFrom(ui, lists, any).default(null);
