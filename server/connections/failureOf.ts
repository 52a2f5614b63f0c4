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

type Words = readonly [what: Text, todo: Text];

/** What a person can do about an error, by Intercom's own code for it. Source: Intercom 2.16, error responses. */
const byCode = new Map<string, Words>([
  [
    "api_plan_restricted",
    [
      text("The Intercom plan does not include this.", "El plan de Intercom no incluye esto."),
      text("Take the step out or change the plan.", "Quita el paso o cambia de plan."),
    ],
  ],
  [
    "contact_merged",
    [
      text("This customer has been merged into another.", "Este cliente se fusionó con otro."),
      text("Run it again for the customer who is left.", "Vuelve a ejecutarlo para el cliente que queda."),
    ],
  ],
  [
    "invalid_merge",
    [
      text(
        "Intercom merges only who has the same e-mail or phone.",
        "Intercom solo fusiona a quien tiene el mismo correo o teléfono.",
      ),
      text("Write the lead's e-mail first.", "Escribe antes el correo del lead."),
    ],
  ],
]);

/** The same by status, where the code says nothing more. */
const byStatus = new Map<number, Words>([
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
  [
    409,
    [
      text("Intercom has this already.", "Esto ya existe en Intercom."),
      text("Find it first, and write only what is missing.", "Búscalo primero y escribe solo lo que falte."),
    ],
  ],
  [
    410,
    [
      text("This has moved or was deleted for good in Intercom.", "Esto se movió o se borró para siempre en Intercom."),
      text("Run it again for what is there now.", "Vuelve a ejecutarlo con lo que hay ahora."),
    ],
  ],
  [
    413,
    [
      text("The text is too long for Intercom.", "El texto es demasiado largo para Intercom."),
      text("Shorten the text or its values.", "Acorta el texto o sus valores."),
    ],
  ],
  [
    422,
    [
      text("A value is not one that Intercom takes here.", "Un valor no es de los que Intercom admite aquí."),
      text("Read Intercom's own words and change the step.", "Lee lo que dice Intercom y cambia el paso."),
    ],
  ],
]);

const otherwise: Words = [
  text("Intercom refused the request.", "Intercom rechazó la petición."),
  text("Read Intercom's own words and change the step.", "Lee lo que dice Intercom y cambia el paso."),
];

/** An answer that is an error, in words, with Intercom's own: `{type: "error.list", errors: [{code, message}]}`. */
export function failureOf(status: number, body: unknown): Failure {
  const errors = list(record(body)["errors"]);
  const coded = errors.map((error) => byCode.get(string(record(error)["code"]))).find((words) => words !== undefined);
  const [what, todo] = coded ?? byStatus.get(status) ?? otherwise;
  const detail = errors
    .map((error) => string(record(error)["message"]))
    .filter((message) => message !== "")
    .join(" ");
  return { what, todo, status, ...(detail === "" ? {} : { detail }) };
}
