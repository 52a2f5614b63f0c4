import { archiveRoutes } from "./archive.ts";
import { backtestRoutes } from "./backtests.ts";
import { ballotRoutes } from "./ballots.ts";
import { connectionRoutes } from "./connection.ts";
import { conversationRoutes } from "./conversations.ts";
import { hookRoutes } from "./hooks.ts";
import { limitRoutes } from "./limits.ts";
import { operationRoutes } from "./operation.ts";
import { runRoutes } from "./runs.ts";
import { serverStatusRoutes } from "./serverStatus.ts";
import { sessionRoutes } from "./session.ts";
import { shadowRoutes } from "./shadow.ts";
import { suggestionRoutes } from "./suggestions.ts";
import { simulationRoutes } from "./simulations.ts";
import { tableRoutes } from "./tables.ts";
import { subjectRoutes } from "./subjects.ts";
import { whyRoutes } from "./why.ts";
import { workflowRoutes } from "./workflows.ts";

/** Every endpoint of ours but the webhooks, the stream and the API description. The server mounts it, the client calls it, OpenAPI describes it. */
export const routes = {
  ...sessionRoutes,
  ...workflowRoutes,
  ...hookRoutes,
  ...runRoutes,
  ...connectionRoutes,
  ...conversationRoutes,
  ...operationRoutes,
  ...limitRoutes,
  ...serverStatusRoutes,
  ...tableRoutes,
  ...subjectRoutes,
  ...shadowRoutes,
  ...archiveRoutes,
  ...backtestRoutes,
  ...whyRoutes,
  ...suggestionRoutes,
  ...simulationRoutes,
  ...ballotRoutes,
};
export type RouteName = keyof typeof routes;
