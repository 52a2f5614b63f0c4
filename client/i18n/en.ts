import { archive } from "./en/archive.ts";
import { backtest } from "./en/backtest.ts";
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
import { shadow } from "./en/shadow.ts";
import { status } from "./en/status.ts";
import { suggestions } from "./en/suggestions.ts";
import { tables } from "./en/tables.ts";
import { templates } from "./en/templates.ts";
import { thread } from "./en/thread.ts";
import { mode } from "./en/mode.ts";
import { why } from "./en/why.ts";
import { workflows } from "./en/workflows.ts";

export const en = {
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
