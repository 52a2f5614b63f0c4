import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import type { AccountDeps, Accounts, SignedIn } from "./accounts.ts";
import type { Identify } from "./mount.ts";

export interface PeopleDeps extends AccountDeps {
  /** Whether anybody has an account. */
  isSetUp(): boolean;
  apiKey: string | undefined;
}

const digest = (words: string) => createHash("sha256").update(words).digest();
const same = (given: string, wanted: string) => timingSafeEqual(digest(given), digest(wanted));

/**
 * People and their sessions, reachable through our own routes only. What keeps accounts is loaded when somebody comes without the
 * API key: it costs a third of a start and of an idle server's memory, and events need none of it.
 */
export function createPeople({ isSetUp, apiKey, ...deps }: PeopleDeps) {
  let opening: Promise<Accounts> | null = null;
  async function accounts(): Promise<Accounts> {
    opening ??= import("./accounts.ts").then(({ openAccounts }) => openAccounts(deps));
    try {
      return await opening;
    } catch (error) {
      // A disk that was full may take it the next time.
      opening = null;
      throw error;
    }
  }

  /** Printed at start while there is no owner, so that nobody else on the network can claim the server. */
  const setupToken = randomBytes(18).toString("base64url");

  const identify: Identify = async (headers) => {
    const bearer = /^Bearer (.+)$/.exec(headers.get("authorization") ?? "")?.[1];
    if (bearer !== undefined)
      return apiKey !== undefined && same(bearer, apiKey) ? { id: "api-key", name: "API key", email: "" } : null;
    // Without a cookie nobody is signed in.
    return headers.has("cookie") ? (await accounts()).signedIn(headers) : null;
  };

  let claimed = false;
  /** Null where there is an owner already, or somebody else is becoming it at this moment. */
  async function createOwner(name: string, email: string, password: string): Promise<SignedIn | null> {
    if (claimed) return null;
    claimed = true;
    try {
      return isSetUp() ? null : await (await accounts()).create(name, email, password);
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
    signIn: async (email: string, password: string): Promise<SignedIn | null> =>
      (await accounts()).signIn(email, password),
    signOut: async (headers: Headers): Promise<string[]> => (await accounts()).signOut(headers),
    close: async (): Promise<void> => (await opening)?.close(),
  };
}

export type People = ReturnType<typeof createPeople>;
