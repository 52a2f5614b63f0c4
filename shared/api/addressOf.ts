type Plain = Readonly<Record<string, string | number | undefined>>;

/** The parts of a call that stand in its address. */
export interface Addressed {
  params?: Plain;
  query?: Plain;
}

/** A route's path with its parameters and query filled in, below the server's address. What is undefined is left out. */
export function addressOf({ path }: { path: string }, { params = {}, query = {} }: Addressed): string {
  const filled = path.replaceAll(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ""));
  const asked = Object.entries(query).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${encodeURIComponent(value)}`],
  );
  return asked.length > 0 ? `${filled}?${asked.join("&")}` : filled;
}
