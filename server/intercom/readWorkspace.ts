import type { Workspace } from "#shared/api/connection.ts";
import { record, string } from "#shared/events/raw.ts";
import { text, type Text } from "#shared/language/text.ts";
import type { CallService, Service } from "../connections/callService.ts";
import type { Tried } from "../connections/failureOf.ts";
import { ask } from "./ask.ts";

/** What a token may be kept from reading: one cheap read each, and what is lost without it. */
const probes: readonly { path: string; missing: Text }[] = [
  {
    path: "/conversations?per_page=1",
    missing: text("read conversations: no workflow can run", "leer conversaciones: ningún flujo podrá funcionar"),
  },
  {
    path: "/contacts?per_page=1",
    missing: text(
      "read contacts: values of the customer stay empty",
      "leer contactos: los valores del cliente quedarán vacíos",
    ),
  },
  { path: "/teams", missing: text("list teams: none can be chosen", "ver los equipos: no se podrá elegir ninguno") },
  {
    path: "/admins",
    missing: text("list teammates: none can be chosen", "ver los compañeros: no se podrá elegir ninguno"),
  },
  { path: "/tags", missing: text("list tags: none can be chosen", "ver las etiquetas: no se podrá elegir ninguna") },
  {
    path: "/data_attributes?model=contact",
    missing: text("list data attributes: none can be chosen", "ver los atributos: no se podrá elegir ninguno"),
  },
];

/** Who a token belongs to and what it may not read. Source: Intercom 2.16, GET /me. */
export async function readWorkspace(call: CallService, service: Service): Promise<Tried<{ workspace: Workspace }>> {
  const me = await ask(call, service, "/me");
  if (!me.ok) return me;
  const admin = record(me.body);
  const app = record(admin["app"]);
  if (string(app["id_code"]) === "")
    return {
      ok: false,
      status: 200,
      what: text("This does not look like an Intercom access token.", "Esto no parece un token de acceso de Intercom."),
      todo: text(
        "Copy the access token from Developer Hub, under Authentication.",
        "Copia el token de acceso en el Developer Hub, en Authentication.",
      ),
    };
  const answers = await Promise.all(
    probes.map(async ({ path, missing }) => {
      const answer = await ask(call, service, path);
      return answer.ok || (answer.status !== 401 && answer.status !== 403) ? [] : [missing];
    }),
  );
  return {
    ok: true,
    workspace: {
      appId: string(app["id_code"]),
      name: string(app["name"]),
      region: string(app["region"]),
      timezone: string(app["timezone"]),
      teammate: { id: string(admin["id"]), name: string(admin["name"]), email: string(admin["email"]) },
      missing: answers.flat(),
    },
  };
}
