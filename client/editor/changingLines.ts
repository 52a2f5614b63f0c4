import { registry } from "#shared/integrations/manifest.ts";
import type { WorkflowEdge } from "#shared/workflow/document.ts";
import { all, connect, disconnect, type ExitPlace, lineAt, reconnect } from "../draft/edits.ts";
import { lineRefusal } from "../draft/lineRefusal.ts";
import type { Desk } from "./desk.ts";
import { notify } from "./notify.ts";
import { words } from "./words.ts";

/** Drawing and removing lines, with the reason where a line may not be drawn. */
export function changingLines(desk: Desk) {
  /** Without the line that would be replaced: leading it elsewhere may well break a circle. */
  const refusalOf = (line: WorkflowEdge, old: WorkflowEdge | null) =>
    lineRefusal(all(disconnect(old ?? line), disconnect(line))(desk.current()), line, registry);

  return {
    mayConnect: (line: WorkflowEdge, old: WorkflowEdge | null): boolean => refusalOf(line, old) === null,
    join(line: WorkflowEdge, old: WorkflowEdge | null): void {
      const t = words();
      const refusal = refusalOf(line, old);
      if (refusal) {
        const reasons = { self: t("refusedSelf"), trigger: t("refusedTrigger"), circle: t("refusedCircle") };
        notify("line", t("refusedTitle"), reasons[refusal]);
        return;
      }
      desk.edit(old ? reconnect(old, line) : connect(line));
      desk.say(t("saidConnected", { from: desk.nameOf(line.from), to: desk.nameOf(line.to) }));
    },
    disconnect(exit: ExitPlace): void {
      if (!lineAt(desk.current(), exit)) return;
      desk.edit(disconnect(exit));
      desk.say(words()("saidDisconnected", { from: desk.nameOf(exit.from) }));
    },
  };
}
