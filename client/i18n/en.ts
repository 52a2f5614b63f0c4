import { ballot } from "./en/ballot.ts";
import { byHand } from "./en/byHand.ts";
import { connections } from "./en/connections.ts";
import { conversations } from "./en/conversations.ts";
import { editor } from "./en/editor.ts";
import { frame } from "./en/frame.ts";
import { hooks } from "./en/hooks.ts";
import { inspector } from "./en/inspector.ts";
import { reports } from "./en/reports.ts";
import { runs } from "./en/runs.ts";
import { runTrace } from "./en/runTrace.ts";
import { session } from "./en/session.ts";
import { settings } from "./en/settings.ts";
import { status } from "./en/status.ts";
import { tables } from "./en/tables.ts";
import { templates } from "./en/templates.ts";
import { turnOff } from "./en/turnOff.ts";
import { workflows } from "./en/workflows.ts";

export const en = {
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
