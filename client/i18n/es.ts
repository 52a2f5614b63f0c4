import { archive } from "./es/archive.ts";
import { backtest } from "./es/backtest.ts";
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
import { shadow } from "./es/shadow.ts";
import { status } from "./es/status.ts";
import { suggestions } from "./es/suggestions.ts";
import { tables } from "./es/tables.ts";
import { templates } from "./es/templates.ts";
import { thread } from "./es/thread.ts";
import { mode } from "./es/mode.ts";
import { why } from "./es/why.ts";
import { workflows } from "./es/workflows.ts";

export const es = {
  archive,
  backtest,
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
  shadow,
  status,
  suggestions,
  tables,
  templates,
  thread,
  mode,
  why,
  workflows,
};
