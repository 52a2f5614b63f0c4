import type { Region, Workspace } from "#shared/api/connection.ts";
import type { Lists } from "#shared/workspace/lists.ts";
import type { ConnectionStore, KeptLists } from "../store/connection.ts";
import type { Service } from "./callService.ts";
import type { Tried, Unanswered } from "./failureOf.ts";
import type { Seal } from "./seal.ts";

/** What the practice workspace is connected by, as a person would paste it for a real one. */
export interface PracticeDoor {
  accessToken: string;
  clientSecret: string;
  /** Starts it; gives its base address. */
  open(): Promise<string>;
  close(): Promise<void>;
}

export interface Credentials {
  accessToken: string;
  clientSecret: string;
  region: Region;
}

/** The workspace that is used now. */
export interface Connected {
  kind: "practice" | "intercom";
  region: Region | null;
  workspace: Workspace;
  service: Service;
  clientSecret: string;
}

export interface ConnectionDeps {
  store: ConnectionStore;
  seal: Seal;
  /** Asks a workspace who its token belongs to and what it may not read. */
  readWorkspace(service: Service): Promise<Tried<{ workspace: Workspace }>>;
  readLists(service: Service): Promise<Tried<{ lists: Lists }>>;
  practice: PracticeDoor;
  /** Instead of the region's own address. */
  apiUrl: string | undefined;
  now(): number;
  /** Told when another workspace is used, or its lists have changed. */
  onChange(): void;
}

const addresses: Record<Region, string> = {
  us: "https://api.intercom.io",
  eu: "https://api.eu.intercom.io",
  au: "https://api.au.intercom.io",
};

const tokenPurpose = "intercom access token";
const secretPurpose = "intercom client secret";

/**
 * The workspace Switchboard works with: the practice one until a real one is connected. Secrets stand sealed in the database
 * and open only here.
 * @throws Error where the kept secrets cannot be opened with this master key.
 */
export async function createConnections(deps: ConnectionDeps) {
  const { store, seal, practice, readWorkspace, readLists, now } = deps;
  const serviceFor = (accessToken: string, region: Region): Service => ({
    baseUrl: deps.apiUrl ?? addresses[region],
    accessToken,
  });

  let trouble: Unanswered | null = null;
  let connected = openKept() ?? (await openPractice());

  function openKept(): Connected | null {
    const row = store.get();
    const token = store.secret(tokenPurpose);
    const secret = store.secret(secretPurpose);
    if (!row || !token || !secret) return null;
    const { region, workspace } = row;
    const accessToken = seal.open(token, tokenPurpose);
    const clientSecret = seal.open(secret, secretPurpose);
    return { kind: "intercom", region, workspace, clientSecret, service: serviceFor(accessToken, region) };
  }

  async function openPractice(): Promise<Connected> {
    const { accessToken, clientSecret } = practice;
    const service = { baseUrl: await practice.open(), accessToken };
    const read = await readWorkspace(service);
    if (!read.ok) throw new Error(`The practice workspace does not start: ${read.what.en}`);
    return { kind: "practice", region: null, workspace: read.workspace, service, clientSecret };
  }

  const test = (accessToken: string, region: Region) => readWorkspace(serviceFor(accessToken, region));

  async function refreshLists(): Promise<Tried<KeptLists>> {
    const { service, workspace } = connected;
    const read = await readLists(service);
    trouble = read.ok ? null : read;
    if (!read.ok) return read;
    const kept = { lists: read.lists, refreshedAt: now() };
    store.keepLists(workspace.appId, kept);
    deps.onChange();
    return { ok: true, ...kept };
  }

  return {
    current: (): Connected => connected,
    /** Why the workspace could not be asked last time. */
    trouble: (): Unanswered | null => trouble,
    /** Where a run of that workspace acts; null where it is no longer connected. */
    serviceOf: (appId: string): Service | null => (appId === connected.workspace.appId ? connected.service : null),
    actorIn: (appId: string): string => (appId === connected.workspace.appId ? connected.workspace.teammate.id : ""),
    signers: () => [{ appId: connected.workspace.appId, clientSecret: connected.clientSecret }],
    /** Null until they have been fetched. */
    lists: (): KeptLists | null => store.lists(connected.workspace.appId),
    refreshLists,
    test,
    /** Connects a real workspace, where its token is accepted; takes the place of what was connected. */
    async connect(given: Credentials): Promise<Tried<object>> {
      const { accessToken, clientSecret, region } = given;
      const tested = await test(accessToken, region);
      if (!tested.ok) return tested;
      store.together(() => {
        store.keepSecret(tokenPurpose, seal.seal(accessToken, tokenPurpose));
        store.keepSecret(secretPurpose, seal.seal(clientSecret, secretPurpose));
        store.keep({ region, workspace: tested.workspace });
      });
      if (connected.kind === "practice") await practice.close();
      const service = serviceFor(accessToken, region);
      connected = { kind: "intercom", region, workspace: tested.workspace, service, clientSecret };
      deps.onChange();
      await refreshLists();
      return { ok: true };
    },
    /** Forgets token and secret and goes back to the practice workspace. */
    async disconnect(): Promise<void> {
      if (connected.kind === "practice") return;
      store.together(() => {
        store.forgetSecret(tokenPurpose);
        store.forgetSecret(secretPurpose);
        store.forget();
      });
      trouble = null;
      connected = await openPractice();
      deps.onChange();
      await refreshLists();
    },
    async close(): Promise<void> {
      if (connected.kind === "practice") await practice.close();
    },
  };
}

export type Connections = Awaited<ReturnType<typeof createConnections>>;
