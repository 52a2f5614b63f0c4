import type { Findable } from "#shared/events/event.ts";
import type { Problem } from "#shared/api/problem.ts";
import { text, type Text } from "#shared/language/text.ts";
import type { Fault } from "#shared/workflow/fault.ts";
import type { Refused } from "../archive/createArchive.ts";
import type { Unanswered } from "../connections/failureOf.ts";
import { refusalWords, type TableRefusal } from "../store/tableRefusal.ts";

/** An outcome that is not the route's answer, thrown to the one error handler. */
export class ProblemError extends Error {
  readonly status: number;
  readonly problem: Problem;
  constructor(status: number, problem: Problem) {
    super(problem.what.en);
    this.name = "ProblemError";
    this.status = status;
    this.problem = problem;
  }
}

const problem = (status: number, code: Problem["code"], what: Text, todo: Text, more: Partial<Problem> = {}) =>
  new ProblemError(status, { code, what, todo, ...more });

export const notSignedIn = () =>
  problem(
    401,
    "not-signed-in",
    text("You are not signed in.", "No has iniciado sesión."),
    text("Sign in and try again.", "Inicia sesión y reinténtalo."),
  );

export const wrongPassword = () =>
  problem(
    401,
    "wrong-password",
    text("E-mail or password is wrong.", "El correo o la contraseña no son correctos."),
    text("Check both and try again.", "Revisa ambos y reinténtalo."),
  );

export const wrongSetupToken = () =>
  problem(
    403,
    "wrong-setup-token",
    text("This is not the set-up token.", "Este no es el código de configuración."),
    text(
      "Copy the token that was printed in the terminal when Switchboard started.",
      "Copia el código que apareció en la terminal al iniciar Switchboard.",
    ),
  );

export const alreadySetUp = () =>
  problem(
    409,
    "already-set-up",
    text("Switchboard has an owner already.", "Switchboard ya tiene propietario."),
    text("Sign in.", "Inicia sesión."),
  );

export const notFound = (
  what = text("This does not exist, or no longer.", "Esto no existe, o ya no."),
  todo = text("Go back and choose again.", "Vuelve atrás y elige de nuevo."),
) => problem(404, "not-found", what, todo);

export const cannotSave = () =>
  problem(
    503,
    "unavailable",
    text(
      "Switchboard cannot save: its disk is full or cannot be written to.",
      "Switchboard no puede guardar: su disco está lleno o no se puede escribir en él.",
    ),
    text(
      "Whoever runs Switchboard has to make room. It goes on by itself then.",
      "Quien administra Switchboard tiene que liberar espacio. Después sigue por sí solo.",
    ),
  );

export const stale = () =>
  problem(
    409,
    "stale",
    text("Somebody saved a newer draft meanwhile.", "Alguien guardó un borrador más reciente."),
    text("Look at the newer one, or keep yours.", "Mira el más reciente o conserva el tuyo."),
  );

export const faulty = (faults: Fault[]) =>
  problem(
    422,
    "faults",
    text("The workflow cannot be published yet.", "El flujo aún no se puede publicar."),
    text("Mend what is listed.", "Corrige lo que aparece en la lista."),
    { faults },
  );

export const notPublished = () =>
  problem(
    409,
    "faults",
    text("This workflow has not been published.", "Este flujo no está publicado."),
    text("Publish it, then turn it on.", "Publícalo y luego actívalo."),
  );

const many: Record<Findable, Text> = {
  conversation: text("conversations", "conversaciones"),
  contact: text("customers", "clientes"),
  ticket: text("tickets", "tickets"),
};

const oneOfThese: Record<Findable, string> = {
  conversation: "Una de las conversaciones",
  contact: "Uno de los clientes",
  ticket: "Uno de los tickets",
};

export const notByHand = (kind: Findable) =>
  problem(
    409,
    "faults",
    text(
      `This workflow cannot be run by hand on ${many[kind].en}.`,
      `Este flujo no se puede ejecutar a mano sobre ${many[kind].es}.`,
    ),
    text(
      `Add the trigger “Run by hand” for ${many[kind].en} and publish it.`,
      `Añade el disparador «Ejecutar a mano» para ${many[kind].es} y publícalo.`,
    ),
  );

/** @param where the place in the request. */
export const notThere = (kind: Findable, where: string) =>
  problem(
    404,
    "not-found",
    text(
      `One of the ${many[kind].en} does not exist, or no longer. Nothing was run.`,
      `${oneOfThese[kind]} no existe, o ya no. No se ejecutó nada.`,
    ),
    text("Choose again without it.", "Elige de nuevo sin incluirlo."),
    { where },
  );

export const stillOn = () =>
  problem(
    409,
    "forbidden",
    text("This workflow is on.", "Este flujo está activado."),
    text("Turn it off, then delete it.", "Desactívalo y luego bórralo."),
  );

export const unanswered = ({ what, todo }: Unanswered) => problem(422, "connection", what, todo);

export const refusedByTable = (refusal: TableRefusal) => {
  const { what, todo } = refusalWords(refusal);
  if (refusal.why === "no-table") return notFound(what, todo);
  return problem(422, refusal.why.startsWith("too-") ? "too-large" : "invalid", what, todo);
};

const byArchive: Record<Refused, () => ProblemError> = {
  "too-large": () =>
    problem(
      413,
      "too-large",
      text("This file is larger than 4 GB.", "Este archivo ocupa más de 4 GB."),
      text("Pack it with gzip, or import it in parts.", "Comprímelo con gzip o impórtalo por partes."),
    ),
  "broken-off": () =>
    problem(
      400,
      "invalid",
      text("The file did not arrive whole.", "El archivo no llegó entero."),
      text("Send it again.", "Envíalo de nuevo."),
    ),
  unknown: () =>
    problem(
      422,
      "invalid",
      text(
        "This file holds neither conversations of Intercom's nor a table.",
        "Este archivo no contiene conversaciones de Intercom ni una tabla.",
      ),
      text(
        "Choose an export with one conversation a line (JSONL), or a table saved as CSV; both may be packed with gzip.",
        "Elige una exportación con una conversación por línea (JSONL) o una tabla guardada como CSV; ambas pueden ir comprimidas con gzip.",
      ),
    ),
  "no-mapping": () =>
    problem(
      422,
      "invalid",
      text(
        "This is a table, and nobody said what its columns hold.",
        "Es una tabla y nadie dijo qué hay en cada columna.",
      ),
      text("Say which column holds what, then import it.", "Indica qué hay en cada columna e impórtala."),
    ),
  "other-workspace": () =>
    problem(
      409,
      "connection",
      text(
        "This was imported from a workspace that is not connected now.",
        "Se importó de un espacio de trabajo que ahora no está conectado.",
      ),
      text("Connect that workspace again under Connections.", "Vuelve a conectar ese espacio en Conexiones."),
    ),
  "under-way": () =>
    problem(
      409,
      "stale",
      text("The workspace is being read already.", "Ya se está leyendo el espacio de trabajo."),
      text("Wait until that import is over, or stop it.", "Espera a que termine esa importación o detenla."),
    ),
};
export const refusedByArchive = (why: Refused) => byArchive[why]();

export const onlyInPractice = () =>
  problem(
    404,
    "not-found",
    text("The practice workspace is not in use.", "El espacio de práctica no está en uso."),
    text("Write in Intercom instead.", "Escribe en Intercom."),
  );

export const invalid = (where: string, why: string) =>
  problem(
    400,
    "invalid",
    text(`The request does not fit at ${where}: ${why}`, `La petición no encaja en ${where}: ${why}`),
    text("Correct it and send it again.", "Corrígela y vuelve a enviarla."),
    { where },
  );

export const notJson = () =>
  problem(
    400,
    "invalid",
    text("The body is not JSON.", "El cuerpo no es JSON."),
    text("Send JSON with content type application/json.", "Envía JSON con el tipo application/json."),
  );

export const tooLarge = () =>
  problem(
    413,
    "too-large",
    text("This is too large.", "Esto es demasiado grande."),
    text("Send at most 2 MB, nested at most 64 deep.", "Envía como mucho 2 MB, con 64 niveles como máximo."),
  );

export const foreignOrigin = () =>
  problem(
    403,
    "forbidden",
    text("This request comes from another site.", "Esta petición viene de otro sitio."),
    text("Use Switchboard from its own address.", "Usa Switchboard desde su propia dirección."),
  );

export const tooManyRequests = () =>
  problem(
    429,
    "too-many-requests",
    text("Too many attempts.", "Demasiados intentos."),
    text("Wait a minute and try again.", "Espera un minuto y reinténtalo."),
  );

export const internal = () =>
  problem(
    500,
    "internal",
    text("Something went wrong in Switchboard.", "Algo falló en Switchboard."),
    text("Try again; the server's log says more.", "Reinténtalo; el registro del servidor dice más."),
  );

export const circle = () =>
  problem(
    422,
    "faults",
    text("The lines of this workflow make a circle.", "Las líneas de este flujo forman un círculo."),
    text("Take one of them out; then it can be simulated.", "Quita una de ellas y podrás simularlo."),
  );

export const stoppedSimulation = () =>
  problem(
    503,
    "unavailable",
    text("The simulation was stopped.", "La simulación se detuvo."),
    text("Ask for it again.", "Vuelve a pedirla."),
  );

export const noConversation = () =>
  problem(
    400,
    "invalid",
    text("There is no conversation in what was typed.", "En lo que escribiste no hay ninguna conversación."),
    text(
      "Paste the address of a conversation from Intercom's inbox, or its number.",
      "Pega la dirección de una conversación de la bandeja de Intercom, o su número.",
    ),
    { where: "query.conversation" },
  );

export const noSuchConversation = () =>
  notFound(
    text("Intercom has no conversation of that number.", "Intercom no tiene ninguna conversación con ese número."),
    text(
      "Check the number, and that the right workspace is connected.",
      "Comprueba el número y que esté conectado el espacio correcto.",
    ),
  );

export const unreadable = (why: Text) =>
  problem(
    422,
    "connection",
    text(
      `What Intercom answered cannot be read as a conversation: ${why.en}`,
      `Lo que respondió Intercom no se puede leer como conversación: ${why.es}`,
    ),
    text("Look at it in Intercom.", "Mírala en Intercom."),
  );

export const nothingPast = () =>
  problem(
    422,
    "invalid",
    text("There are no past conversations in this time.", "No hay conversaciones pasadas en este tiempo."),
    text("Import some, or choose another time.", "Importa algunas o elige otro periodo."),
  );

export const otherBallot = () =>
  problem(
    409,
    "stale",
    text("The draft or the version has changed meanwhile.", "El borrador o la versión cambió entretanto."),
    text("Look at the ballot anew, then vote.", "Vuelve a mirar la votación y después vota."),
  );
