import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import { betterAuth } from "better-auth";
import { APIError } from "better-auth/api";
import { getMigrations } from "better-auth/db/migration";
import Sqlite from "better-sqlite3";
import type { Person } from "#shared/api/session.ts";
import type { Identify } from "./mount.ts";

export interface PeopleDeps {
  /** The database file; sign-in has a connection of its own, so that its writes never stand inside another's transaction. */
  file: string;
  /** Signs cookies; kept across restarts. */
  secret: string;
  /** Where people reach us; decides whether cookies are only sent over TLS. */
  url: string;
  apiKey: string | undefined;
}

/** Somebody signed in, with the cookies that say so. */
export interface SignedIn {
  person: Person;
  cookies: string[];
}

const digest = (words: string) => createHash("sha256").update(words).digest();
const same = (given: string, wanted: string) => timingSafeEqual(digest(given), digest(wanted));
const personOf = ({ id, name, email }: Person): Person => ({ id, name, email });

/** People and their sessions, kept by better-auth, which is reachable through our own routes only. */
export async function createPeople({ file, secret, url, apiKey }: PeopleDeps) {
  const db = new Sqlite(file);
  db.pragma("busy_timeout = 5000");
  db.pragma("synchronous = FULL");
  const auth = betterAuth({
    database: db,
    secret,
    baseURL: url,
    emailAndPassword: { enabled: true, minPasswordLength: 12, maxPasswordLength: 128 },
    session: { expiresIn: 7 * 86_400, updateAge: 3_600 },
    advanced: { cookiePrefix: "switchboard", useSecureCookies: url.startsWith("https:") },
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: { disabled: true },
  });
  const { runMigrations } = await getMigrations(auth.options);
  await runMigrations();

  const { internalAdapter } = await auth.$context;
  const isSetUp = async () => (await internalAdapter.countTotalUsers()) > 0;
  /** Printed at start while there is no owner, so that nobody else on the network can claim the server. */
  const setupToken = randomBytes(18).toString("base64url");

  const identify: Identify = async (headers) => {
    const bearer = /^Bearer (.+)$/.exec(headers.get("authorization") ?? "")?.[1];
    if (bearer !== undefined)
      return apiKey !== undefined && same(bearer, apiKey) ? { id: "api-key", name: "API key", email: "" } : null;
    const session = await auth.api.getSession({ headers });
    return session ? personOf(session.user) : null;
  };

  let claimed = false;
  /** Null where there is an owner already, or somebody else is becoming it at this moment. */
  async function createOwner(name: string, email: string, password: string): Promise<SignedIn | null> {
    if (claimed) return null;
    claimed = true;
    try {
      if (await isSetUp()) return null;
      const created = await auth.api.signUpEmail({ body: { name, email, password }, returnHeaders: true });
      return { person: personOf(created.response.user), cookies: created.headers.getSetCookie() };
    } finally {
      claimed = false;
    }
  }

  return {
    isSetUp,
    setupToken,
    isSetupToken: (given: string): boolean => same(given, setupToken),
    identify,
    createOwner,
    /** Null where e-mail or password is wrong. */
    async signIn(email: string, password: string): Promise<SignedIn | null> {
      try {
        const { response, headers } = await auth.api.signInEmail({ body: { email, password }, returnHeaders: true });
        return { person: personOf(response.user), cookies: headers.getSetCookie() };
      } catch (error) {
        if (error instanceof APIError && error.statusCode < 500) return null;
        throw error;
      }
    },
    async signOut(headers: Headers): Promise<string[]> {
      const out = await auth.api.signOut({ headers, returnHeaders: true });
      return out.headers.getSetCookie();
    },
    close: (): void => void db.close(),
  };
}

export type People = Awaited<ReturnType<typeof createPeople>>;
