import type { mode as en } from "../en/mode.ts";
import type { Words } from "../words.ts";

export const mode = {
  label: "Modo de «{{name}}»: {{mode}}",
  off: "Desactivado",
  shadow: "En sombra",
  percentage: "Porcentaje",
  share: "{{percent}} %",
  on: "Activado",
  offHelp: "Nada lo inicia.",
  shadowHelp: "Decide ante cada evento y no hace nada; después ves si los compañeros hicieron lo mismo.",
  percentageHelp: "Se ejecuta en una parte de las conversaciones, siempre las mismas.",
  onHelp: "Se ejecuta cada vez que salta su disparador.",
  publishFirst: "Primero publica el flujo; después podrás elegir.",
  choose: "Qué pasa cuando salta su disparador",
  notSet: "No se cambió el modo.",
  decisions: "Qué decidió en sombra",

  shareTitle: "En una parte de las conversaciones",
  shareLabel: "Parte de las conversaciones, en porcentaje",
  shareHelp:
    "Se ejecuta en {{percent}} de cada 100 conversaciones. Una conversación que entra sigue dentro, también si subes el porcentaje.",
  shareRule: "Un número entero del 1 al 99.",
  shareDo: "Ejecutar en el {{percent}} %",
  cancel: "Cancelar",

  offTitle: "«{{name}}» está desactivado",
  shadowTitle: "«{{name}}» está en sombra",
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
