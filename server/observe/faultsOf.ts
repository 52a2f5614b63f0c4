import type { ServerFault, ServerStatus } from "#shared/api/serverStatus.ts";
import { text, type Text } from "#shared/language/text.ts";
import type { Unready } from "./createReadiness.ts";

/** What the faults are found in. Instants are epoch milliseconds. */
export interface Readings extends Pick<ServerStatus, "disk" | "connection"> {
  unready: readonly Unready[];
  startedAt: number;
  dueSince: number | null;
  /** A person has stopped everything. */
  stopped: boolean;
  /** Intercom does not answer, or does not accept the token: runs wait for it. */
  away: boolean;
  /** Runs that wait for a person to say whether an effect happened. */
  parked: number;
  lastEvent: number | null;
  /** A workflow that is on waits for events of Intercom's. */
  listens: boolean;
  backups: { last: number | null; failed: boolean };
  /** When the server last died of something that it handled. */
  lastCrash: number | null;
  folder: string;
}

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const mebibyte = 1024 * 1024;

/** With less than this, or than a backup takes, something will soon fail for want of room. */
const lowBytes = 1024 * mebibyte;
const fullBytes = 64 * mebibyte;
/** Backups are made once an hour. */
const backupMs = 3 * hourMs;

const theServer = text("this server", "este servidor");

/** What is not as it should be, grave things first. */
export function faultsOf(at: Readings, now: number): ServerFault[] {
  const faults: ServerFault[] = [];
  const add = (code: ServerFault["code"], grave: boolean, where: Text, what: Text, todo: Text) =>
    faults.push({ code, grave, where, what, todo });
  const folder = text(`the folder ${at.folder}`, `la carpeta ${at.folder}`);
  const full = at.disk.freeBytes < fullBytes;

  if (at.unready.includes("database"))
    add(
      "database",
      true,
      folder,
      text(
        "The database takes no writes: events are refused.",
        "La base de datos no admite cambios: se rechazan los eventos.",
      ),
      text(
        "Make room on its disk, or see why it cannot be written to. Intercom sends the events again, and it goes on by itself.",
        "Libera espacio en su disco o averigua por qué no se puede escribir en él. Intercom reenvía los eventos y todo sigue solo.",
      ),
    );
  if (full)
    add(
      "disk-full",
      true,
      folder,
      text("The disk is all but full.", "El disco está casi lleno."),
      text(
        "Make room now: when it is full, events can no longer be kept.",
        "Libera espacio ya: cuando se llene, no se podrán guardar eventos.",
      ),
    );
  if (at.unready.includes("review"))
    add(
      "review",
      true,
      theServer,
      text("A backup was put back: nothing is sent.", "Se ha restaurado una copia: no se envía nada."),
      text(
        "Look at Runs, stop what should not go on, then let the rest go on at the top of the screen.",
        "Mira Ejecuciones, detén lo que no deba seguir y deja que el resto continúe arriba en la pantalla.",
      ),
    );
  else if (at.unready.includes("driver"))
    add(
      "driver",
      true,
      theServer,
      text("No run goes on.", "Ninguna ejecución avanza."),
      text("Start the server again.", "Reinicia el servidor."),
    );
  if (at.connection.trouble)
    add(
      "connection",
      true,
      text(`Intercom, ${at.connection.workspace}`, `Intercom, ${at.connection.workspace}`),
      at.connection.trouble,
      text("Open Connections and check the token there.", "Abre Conexiones y revisa allí el token."),
    );
  if (at.stopped)
    add(
      "stopped",
      true,
      theServer,
      text("Everything is stopped: nothing is sent.", "Todo está detenido: no se envía nada."),
      text("Choose “Carry on” at the top of the screen.", "Elige «Reanudar» arriba en la pantalla."),
    );
  if (at.away)
    add(
      "away",
      true,
      text(`Intercom, ${at.connection.workspace}`, `Intercom, ${at.connection.workspace}`),
      text(
        "Runs wait, since Intercom cannot be used now.",
        "Las ejecuciones esperan porque ahora no se puede usar Intercom.",
      ),
      text(
        "The top of the screen says why. They go on by themselves once it can.",
        "Arriba en la pantalla se dice por qué. Seguirán solas cuando se pueda.",
      ),
    );
  if (at.parked > 0)
    add(
      "parked",
      false,
      text("Runs", "Ejecuciones"),
      at.parked === 1
        ? text("A run needs a decision.", "Una ejecución necesita una decisión.")
        : text(`${at.parked} runs need a decision.`, `${at.parked} ejecuciones necesitan una decisión.`),
      text(
        "Open Runs, choose “Needs a decision”, and say of each step whether it happened.",
        "Abre Ejecuciones, elige «Necesita una decisión» y di de cada paso si llegó a hacerse.",
      ),
    );
  if (!at.stopped && !at.away && at.dueSince !== null && now - at.dueSince > minuteMs)
    add(
      "late",
      false,
      theServer,
      text("Runs start more than a minute late.", "Las ejecuciones empiezan con más de un minuto de retraso."),
      text(
        "If it does not pass by itself, turn off what starts too many runs, or give the server a faster disk and processor.",
        "Si no se pasa solo, desactiva lo que inicia demasiadas ejecuciones o da al servidor un disco y un procesador más rápidos.",
      ),
    );
  if (at.connection.kind === "intercom" && at.listens && now - Math.max(at.lastEvent ?? 0, at.startedAt) > 24 * hourMs)
    add(
      "silence",
      false,
      text("Intercom’s webhooks", "los webhooks de Intercom"),
      text("No event has come for a day.", "No ha llegado ningún evento en un día."),
      text(
        "Write yourself a message in Intercom. If nothing comes, follow the steps under Connections again.",
        "Escríbete un mensaje en Intercom. Si no llega nada, repite los pasos de Conexiones.",
      ),
    );
  if (at.lastCrash !== null && now - at.lastCrash < 24 * hourMs)
    add(
      "crash",
      false,
      theServer,
      text(
        "It ended by itself within the last day, at work on an event or a run.",
        "Se detuvo solo en el último día mientras trabajaba en un evento o una ejecución.",
      ),
      text(
        "What stops it three times is set aside: look for it under Runs among those that failed, and under Connections among what came in.",
        "Lo que lo detiene tres veces se aparta: búscalo en Ejecuciones entre las que fallaron y en Conexiones entre lo que ha llegado.",
      ),
    );
  if (!full && at.disk.freeBytes < Math.max(lowBytes, at.disk.databaseBytes))
    add(
      "disk-low",
      false,
      folder,
      text("The disk is getting full.", "El disco se está llenando."),
      text(
        "Make room, move old backups elsewhere, or keep runs for fewer days.",
        "Libera espacio, lleva las copias antiguas a otro sitio o conserva las ejecuciones menos días.",
      ),
    );
  if (at.backups.failed || now - Math.max(at.backups.last ?? 0, at.startedAt) > backupMs)
    add(
      "backup",
      false,
      folder,
      text("No backup could be made lately.", "Últimamente no se ha podido hacer ninguna copia de seguridad."),
      text(
        "See that the disk has room for one, and look in the server’s log for why.",
        "Comprueba que haya sitio para una en el disco y mira el motivo en el registro del servidor.",
      ),
    );
  return faults.toSorted((a, b) => Number(b.grave) - Number(a.grave));
}
