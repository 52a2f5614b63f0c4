/** The same with instants as ISO-8601 strings, as some webhooks carry them: seen in captures up to 2026. */
export const inIso = (view: object) =>
  Object.fromEntries(
    Object.entries(view).map(([name, value]: [string, unknown]) => [
      name,
      name.endsWith("_at") && typeof value === "number" ? new Date(value * 1000).toISOString() : value,
    ]),
  );
