import type { Findable } from "#shared/events/event.ts";
import type { ServerStatus } from "#shared/api/serverStatus.ts";
import type { Registry } from "#shared/nodes/define.ts";
import type { PastArchive } from "../../archive/createArchive.ts";
import type { Backtests } from "../../backtest/createBacktests.ts";
import type { CallService } from "../../connections/callService.ts";
import type { CatchingUp } from "../../catchup/createCatchUp.ts";
import type { Gates } from "../../connections/gates.ts";
import type { Connections } from "../../connections/connections.ts";
import type { Hooks } from "../../hooks/createHooks.ts";
import type { Found } from "../../intercom/subjects.ts";
import type { Driver } from "../../driver/embedded.ts";
import type { createStandstill } from "../../driver/standstill.ts";
import type { Stopper } from "../../driver/stopper.ts";
import type { Shadow } from "../../shadow/createShadow.ts";
import type { LiveWorkflows } from "../../publishing/liveWorkflows.ts";
import type { KeptLists } from "../../store/connection.ts";
import type { EventStore } from "../../store/events.ts";
import type { ReviewMode } from "../../store/holder.ts";
import type { LimitStore } from "../../store/limits.ts";
import type { SimulationStore } from "../../store/simulations.ts";
import type { RunStore } from "../../store/runs.ts";
import type { ShadowStore } from "../../store/shadows.ts";
import type { TableStore } from "../../store/tables.ts";
import type { WhyStore } from "../../store/why.ts";
import type { VoteStore } from "../../store/votes.ts";
import type { WorkflowStore } from "../../store/workflows.ts";
import type { Hub } from "../../stream/hub.ts";
import type { PracticeMessenger } from "../practiceMessenger.ts";
import type { People } from "../people.ts";

/** What the handlers work with. */
export interface Services {
  people: People;
  registry: Registry;
  workflows: WorkflowStore;
  archive: PastArchive;
  tables: TableStore;
  shadows: ShadowStore;
  shadow: Pick<Shadow, "compare">;
  live: LiveWorkflows;
  hooks: Hooks;
  runs: RunStore;
  events: EventStore;
  driver: Driver;
  catchUp: CatchingUp;
  connections: Connections;
  /** What pickers show: the workspace's lists, our own workflows that another can run, and tables. Null until they are known. */
  lists(): KeptLists | null;
  backtests: Backtests;
  why: WhyStore;
  simulations: SimulationStore;
  votes: VoteStore;
  /** Made while a person waits. */
  call: CallService;
  practice: PracticeMessenger;
  hub: Hub;
  /** The address people and Intercom reach us by, without a trailing slash. */
  publicUrl: string;
  version: string;
  /** Starts a run of a published version for each of these as they are now, for all or for none; gives the runs' ids. */
  startByHand(
    version: { workflow: string; version: string },
    trigger: string,
    kind: Findable,
    all: readonly Found[],
  ): string[];
  /** What stands before every connection: how it is, and what is left of its limit. */
  gates: Gates;
  /** Stops everything, and lets it carry on. */
  standstill: ReturnType<typeof createStandstill>;
  stopper: Stopper;
  limits: LimitStore;
  serverStatus(): ServerStatus;
  /** Whether a run was set aside because it stopped the server: its log is not to be read. */
  isSetAside(run: string): boolean;
  review: ReviewMode;
  /** Lets effects go out again, and starts what waited. */
  leaveReview(): void;
  now(): number;
  newId(): string;
}
