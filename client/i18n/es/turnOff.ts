import type { turnOff as en } from "../en/turnOff.ts";
import type { Words } from "../words.ts";

export const turnOff = {
  title: "«{{name}}» está desactivado",
  underWay_one: "Ya nada lo inicia. {{count}} ejecución que empezó antes sigue en marcha o en espera.",
  underWay_many: "Ya nada lo inicia. {{count}} ejecuciones que empezaron antes siguen en marcha o en espera.",
  underWay_other: "Ya nada lo inicia. {{count}} ejecuciones que empezaron antes siguen en marcha o en espera.",
  help: "Puedes dejar que den sus últimos pasos o detenerlas donde están. Lo que ya hicieron queda hecho.",
  finish_one: "Dejar que termine",
  finish_many: "Dejar que terminen las {{count}}",
  finish_other: "Dejar que terminen las {{count}}",
  stop_one: "Detenerla",
  stop_many: "Detener las {{count}}",
  stop_other: "Detener las {{count}}",
  stopping_one: "Se está deteniendo {{count}} ejecución; lo ves en la lista de ejecuciones.",
  stopping_many: "Se están deteniendo {{count}} ejecuciones; la lista de ejecuciones muestra cuánto falta.",
  stopping_other: "Se están deteniendo {{count}} ejecuciones; la lista de ejecuciones muestra cuánto falta.",
} satisfies Words<typeof en>;
