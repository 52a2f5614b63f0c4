import { nativeId } from "#shared/import/nativeId.ts";
import { text } from "#shared/language/text.ts";
import type { Json } from "#shared/nodes/define.ts";
import type { CallService, Service } from "../connections/callService.ts";
import type { Tried, Unanswered } from "../connections/failureOf.ts";
import { ask } from "./ask.ts";

const noId: Unanswered = {
  status: 0,
  what: text("This names no workflow of Intercom's.", "Esto no indica ningún flujo de Intercom."),
  todo: text(
    "Open the workflow in Intercom and copy the address of its page, or the number at its end.",
    "Abre el flujo en Intercom y copia la dirección de su página o el número del final.",
  ),
};

const said: ReadonlyMap<number, Omit<Unanswered, "status">> = new Map([
  [
    403,
    {
      what: text(
        "Intercom does not let this token export workflows.",
        "Intercom no permite que este token exporte flujos.",
      ),
      todo: text(
        "Exporting has to be part of the Intercom plan, and allowed to the token in the Developer Hub.",
        "La exportación debe estar incluida en el plan de Intercom y permitida al token en el Developer Hub.",
      ),
    },
  ],
  [
    404,
    {
      what: text("Intercom has no such workflow.", "Intercom no tiene ese flujo."),
      todo: text(
        "Check the number, and that it belongs to the workspace that is connected here.",
        "Comprueba el número y que sea del espacio de trabajo conectado aquí.",
      ),
    },
  ],
]);

/** A workflow that was drawn in Intercom, by its id or the address of its page. Source: Intercom 2.16, GET /export/workflows/{id}. */
export async function readNativeWorkflow(
  call: CallService,
  service: Service,
  given: string,
): Promise<Tried<{ exported: Json }>> {
  const id = nativeId(given);
  if (id === null) return { ok: false, ...noId };
  const answer = await ask(call, service, `/export/workflows/${encodeURIComponent(id)}`);
  if (answer.ok) return { ok: true, exported: answer.body };
  return { ...answer, ...said.get(answer.status) };
}
