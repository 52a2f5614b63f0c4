import { archive } from "./es/archive.ts";
import { byHand } from "./es/byHand.ts";
import { connections } from "./es/connections.ts";
import { conversations } from "./es/conversations.ts";
import { editor } from "./es/editor.ts";
import { frame } from "./es/frame.ts";
import { hooks } from "./es/hooks.ts";
import { inspector } from "./es/inspector.ts";
import { runs } from "./es/runs.ts";
import { runTrace } from "./es/runTrace.ts";
import { session } from "./es/session.ts";
import { settings } from "./es/settings.ts";
import { status } from "./es/status.ts";
import { tables } from "./es/tables.ts";
import { templates } from "./es/templates.ts";
import { thread } from "./es/thread.ts";
import { turnOff } from "./es/turnOff.ts";
import { workflows } from "./es/workflows.ts";

export const es = {
  archive,
  byHand,
  connections,
  conversations,
  editor,
  frame,
  hooks,
  inspector,
  runs,
  runTrace,
  session,
  settings,
  status,
  tables,
  templates,
  thread,
  turnOff,
  workflows,
};
