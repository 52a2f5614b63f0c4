import { list, record, string } from "#shared/events/raw.ts";
import { text, type Text } from "#shared/language/text.ts";
import type { Failure } from "#shared/nodes/effect.ts";

/** A read that did not succeed, in words. `status` is 0 where no answer came. */
export interface Unanswered {
  status: number;
  what: Text;
  todo: Text;
}

/** What a read gave, or why it did not. */
export type Tried<T> = ({ ok: true } & T) | ({ ok: false } & Unanswered);

/** What a person can do about an answer, by status. Source: Intercom 2.16, error responses. */
const todos = new Map<number, [what: Text, todo: Text]>([
  [
    401,
    [
      text("Intercom does not accept the access token.", "Intercom no acepta el token de acceso."),
      text("Paste a new token under Connections.", "Pega un token nuevo en Conexiones."),
    ],
  ],
  [
    403,
    [
      text("The token or the Intercom plan does not allow this.", "El token o el plan de Intercom no lo permite."),
      text(
        "Tick the permission in the Developer Hub or change the step.",
        "Activa el permiso en el Developer Hub o cambia el paso.",
      ),
    ],
  ],
  [
    404,
    [
      text("Intercom no longer has this.", "Esto ya no existe en Intercom."),
      text(
        "Check the step: what it names may have been deleted.",
        "Revisa el paso: puede que hayan borrado lo que indica.",
      ),
    ],
  ],
]);

const otherwise: [what: Text, todo: Text] = [
  text("Intercom refused the request.", "Intercom rechazó la petición."),
  text("Read Intercom's own words and change the step.", "Lee lo que dice Intercom y cambia el paso."),
];

/** An answer that is an error, in words, with Intercom's own: `{type: "error.list", errors: [{code, message}]}`. */
export function failureOf(status: number, body: unknown): Failure {
  const [what, todo] = todos.get(status) ?? otherwise;
  const detail = list(record(body)["errors"])
    .map((error) => string(record(error)["message"]))
    .filter((message) => message !== "")
    .join(" ");
  return { what, todo, status, ...(detail === "" ? {} : { detail }) };
}
