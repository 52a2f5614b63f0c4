import type { Json } from "../nodes/define.ts";
import type { WorkflowDocument } from "./document.ts";

const byKey =
  <T>(key: (item: T) => string) =>
  (a: T, b: T) =>
    key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0;

/** Keys in order, at every depth; lists stay as they are, since their order may mean something. */
function sortedKeys(value: Json): Json {
  if (Array.isArray(value)) return value.map(sortedKeys);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(byKey(([key]) => key))
      .map(([key, held]) => [key, sortedKeys(held)]),
  );
}

/** The same drawing written the same way however it was drawn, so that exported files can be compared line by line. */
export const sortedDocument = ({ format, nodes, edges, layout }: WorkflowDocument): WorkflowDocument => ({
  format,
  nodes: nodes
    .map(({ id, type, name, config, onFail }) => ({
      id,
      type,
      ...(name === undefined ? {} : { name }),
      ...(onFail === undefined ? {} : { onFail }),
      config: Object.fromEntries(
        Object.entries(config)
          .toSorted(byKey(([key]) => key))
          .map(([key, held]) => [key, sortedKeys(held)]),
      ),
    }))
    .toSorted(byKey(({ id }) => id)),
  edges: edges
    .map(({ from, outlet, to }) => ({ from, outlet, to }))
    .toSorted(byKey(({ from, outlet, to }) => `${from} ${outlet} ${to}`)),
  layout: layout.map(({ node, x, y }) => ({ node, x, y })).toSorted(byKey(({ node }) => node)),
});
