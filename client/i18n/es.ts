import { ballot } from "./es/ballot.ts";
import { byHand } from "./es/byHand.ts";
import { connections } from "./es/connections.ts";
import { conversations } from "./es/conversations.ts";
import { editor } from "./es/editor.ts";
import { frame } from "./es/frame.ts";
import { hooks } from "./es/hooks.ts";
import { inspector } from "./es/inspector.ts";
import { reports } from "./es/reports.ts";
import { runs } from "./es/runs.ts";
import { runTrace } from "./es/runTrace.ts";
import { session } from "./es/session.ts";
import { settings } from "./es/settings.ts";
import { status } from "./es/status.ts";
import { tables } from "./es/tables.ts";
import { templates } from "./es/templates.ts";
import { turnOff } from "./es/turnOff.ts";
import { workflows } from "./es/workflows.ts";

export const es = {
  ballot,
  byHand,
  connections,
  conversations,
  editor,
  frame,
  hooks,
  inspector,
  reports,
  runs,
  runTrace,
  session,
  settings,
  status,
  tables,
  templates,
  turnOff,
  workflows,
};
