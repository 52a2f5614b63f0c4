import { text } from "#shared/language/text.ts";
import type { Json } from "#shared/nodes/define.ts";
import type { Called, CallService, Service } from "../connections/callService.ts";
import { failureOf, type Tried, type Unanswered } from "../connections/failureOf.ts";

const noAnswer: Unanswered = {
  status: 0,
  what: text("Intercom does not answer.", "Intercom no responde."),
  todo: text(
    "Check the server's internet connection and try again.",
    "Comprueba la conexión del servidor a internet y reinténtalo.",
  ),
};

const held: Record<Extract<Called, { kind: "held" }>["why"], () => Unanswered> = {
  away: () => noAnswer,
  refused: () => ({ ...failureOf(401, null), status: 401 }),
  busy: () => ({
    status: 0,
    what: text(
      "Intercom takes no more requests at the moment: its limit is used up.",
      "Intercom no admite más peticiones por ahora: se ha agotado su límite.",
    ),
    todo: text("Try again in a minute.", "Vuelve a intentarlo en un minuto."),
  }),
};

/** Reads from Intercom, or searches it, which is sent with POST. Never writes. */
export async function ask(
  call: CallService,
  service: Service,
  path: string,
  search?: Json,
): Promise<Tried<{ body: Json }>> {
  const called = search === undefined ? await call(service, "GET", path) : await call(service, "POST", path, search);
  if (called.kind === "held") return { ok: false, ...held[called.why]() };
  if (called.kind !== "answer") return { ok: false, ...noAnswer };
  if (called.status < 300) return { ok: true, body: called.body };
  const { what, todo, detail } = failureOf(called.status, called.body);
  return {
    ok: false,
    status: called.status,
    what: detail ? text(`${what.en} (${detail})`, `${what.es} (${detail})`) : what,
    todo,
  };
}
