import { connectionRoutes } from "./connection.ts";
import { conversationRoutes } from "./conversations.ts";
import { runRoutes } from "./runs.ts";
import { sessionRoutes } from "./session.ts";
import { subjectRoutes } from "./subjects.ts";
import { workflowRoutes } from "./workflows.ts";

/** Every endpoint of ours but the webhook, the stream and the API description. The server mounts it, the client calls it, OpenAPI describes it. */
export const routes = {
  ...sessionRoutes,
  ...workflowRoutes,
  ...runRoutes,
  ...connectionRoutes,
  ...conversationRoutes,
  ...subjectRoutes,
};
export type RouteName = keyof typeof routes;
