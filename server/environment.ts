import { z } from "zod";

const empty = (value: unknown) => (value === "" ? undefined : value);
const optional = <S extends z.ZodType>(schema: S) => z.preprocess(empty, schema.optional());

/** Everything the environment can say. Read once, at start; docs/OPERATING.md lists it for people. */
const Environment = z.object({
  PORT: z.preprocess(empty, z.coerce.number().int().min(0).max(65_535).default(3000)),
  HOST: z.preprocess(empty, z.string().default("127.0.0.1")),
  DATA_DIR: z.preprocess(empty, z.string().default("data")),
  /** The address people and Intercom reach this server by, where it is another than HOST and PORT: behind a proxy or tunnel. */
  PUBLIC_URL: optional(z.url({ protocol: /^https?$/ }).transform((url) => url.replace(/\/+$/, ""))),
  /** 32 bytes in base64: seals tokens and secrets in the database. Without it a key file is made in DATA_DIR. */
  SWITCHBOARD_MASTER_KEY: optional(z.string().regex(/^[A-Za-z0-9+/]{43}=$/, "must be 32 bytes in base64")),
  /** Lets scripts in without signing in: "Authorization: Bearer …". */
  SWITCHBOARD_API_KEY: optional(z.string().min(24, "must have at least 24 characters")),
  /** Lets Prometheus read /metrics, and nothing else: "Authorization: Bearer …". */
  METRICS_TOKEN: optional(z.string().min(24, "must have at least 24 characters")),
  OWNER_NAME: z.preprocess(empty, z.string().max(120).default("Owner")),
  OWNER_EMAIL: optional(z.email()),
  OWNER_PASSWORD: optional(z.string().min(12, "must have at least 12 characters").max(128)),
  INTERCOM_ACCESS_TOKEN: optional(z.string()),
  INTERCOM_CLIENT_SECRET: optional(z.string()),
  INTERCOM_REGION: z.preprocess(empty, z.enum(["us", "eu", "au"]).default("us")),
  /** A stand-in's address, instead of the region's own. */
  INTERCOM_API_URL: optional(z.url({ protocol: /^https?$/ }).transform((url) => url.replace(/\/+$/, ""))),
  /** How long a call may take, seconds. After a lost answer Switchboard waits as long before it looks what happened. */
  INTERCOM_TIMEOUT_SECONDS: z.preprocess(empty, z.coerce.number().int().min(1).max(120).default(30)),
  /** How long what a run or an event held is kept, and how long that there was one, days. */
  KEEP_DETAILS_DAYS: z.preprocess(empty, z.coerce.number().int().min(1).max(3_650).default(30)),
  KEEP_RUNS_DAYS: z.preprocess(empty, z.coerce.number().int().min(1).max(3_650).default(180)),
  /** Whether a start looks in Intercom for what happened while the server was off. */
  CATCH_UP: z.preprocess(empty, z.enum(["on", "off"]).default("on")),
  LOG_LEVEL: z.preprocess(empty, z.enum(["debug", "info", "warn", "error", "silent"]).default("info")),
});
export type Environment = z.infer<typeof Environment>;

/** Settings that mean something only together. */
const pairs = [
  ["OWNER_EMAIL", "OWNER_PASSWORD"],
  ["INTERCOM_ACCESS_TOKEN", "INTERCOM_CLIENT_SECRET"],
] as const;

/**
 * Reads and checks the environment.
 * @throws Error with one line a setting that does not fit, naming it, never its value.
 */
export function readEnvironment(from: Readonly<Record<string, string | undefined>>): Environment {
  const parsed = Environment.safeParse(from);
  const wrong = parsed.success ? [] : parsed.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
  for (const [one, other] of pairs)
    if (Boolean(from[one]) !== Boolean(from[other])) wrong.push(`${one} and ${other}: set both or neither`);
  if (!parsed.success || wrong.length > 0) throw new Error(`The environment does not fit:\n${wrong.join("\n")}`);
  return parsed.data;
}
