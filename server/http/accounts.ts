import { betterAuth } from "better-auth";
import { APIError } from "better-auth/api";
import { getMigrations } from "better-auth/db/migration";
import Sqlite from "better-sqlite3";
import type { Person } from "#shared/api/session.ts";

export interface AccountDeps {
  /** The database file; sign-in has a connection of its own, so that its writes never stand inside another's transaction. */
  file: string;
  /** Signs cookies; kept across restarts. */
  secret: string;
  /** Where people reach us; decides whether cookies are only sent over TLS. */
  url: string;
}

/** Somebody signed in, with the cookies that say so. */
export interface SignedIn {
  person: Person;
  cookies: string[];
}

const personOf = ({ id, name, email }: Person): Person => ({ id, name, email });

/** Passwords and sessions, kept by better-auth. Large, so it is imported when somebody first needs it. */
export async function openAccounts({ file, secret, url }: AccountDeps) {
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

  return {
    async signedIn(headers: Headers): Promise<Person | null> {
      const session = await auth.api.getSession({ headers });
      return session ? personOf(session.user) : null;
    },
    async create(name: string, email: string, password: string): Promise<SignedIn> {
      const created = await auth.api.signUpEmail({ body: { name, email, password }, returnHeaders: true });
      return { person: personOf(created.response.user), cookies: created.headers.getSetCookie() };
    },
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

export type Accounts = Awaited<ReturnType<typeof openAccounts>>;
