/**
 * A reference names one value: `contact.email`, `contact.attributes.Plan tier`, `steps.<step>.<field>`.
 * The first dot ends the source, so names of custom attributes may hold any character.
 */
export interface Reference {
  source: string;
  /** The rest. */
  path: string;
}

export function parseReference(ref: string): Reference {
  const dot = ref.indexOf(".");
  return dot < 0 ? { source: ref, path: "" } : { source: ref.slice(0, dot), path: ref.slice(dot + 1) };
}

/** The step and field behind `steps.<step>.<field>`; null for any other reference. */
export function stepIn(ref: string): { node: string; field: string } | null {
  const { source, path } = parseReference(ref);
  const dot = path.indexOf(".");
  return source === "steps" && dot > 0 ? { node: path.slice(0, dot), field: path.slice(dot + 1) } : null;
}
