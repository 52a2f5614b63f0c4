import type { settings as en } from "../en/settings.ts";
import type { Words } from "../words.ts";

export const settings = {
  title: "Ajustes",
  name: "Nombre",
  email: "Correo electrónico",
  languageHelp: "Para este navegador. Lo que tus flujos escriben a los clientes no cambia.",
  appearanceHelp: "Para este navegador.",
  api: "Para desarrolladores",
  apiHelp: "Todo lo que hacen estas pantallas también puede hacerlo un programa.",
  apiLink: "Descripción de la API",
  limits: "Contra bucles y avalanchas",
  limitsHelp:
    "Lo que los flujos hacen por sí solos como mucho en 10 minutos. A partir de ahí se detienen y lo dicen, y un flujo desbocado se pausa.",
  limit_actions: "Acciones automáticas en una conversación",
  limit_actions_help:
    "Lo que un evento pone en marcha siempre se termina; el siguiente tiene que esperar. Lo que ejecutas a mano no cuenta.",
  limit_runs: "Ejecuciones de un flujo que nunca son demasiadas",
  limit_runs_help: "Por encima, 20 veces lo habitual en 10 minutos es una avalancha.",
  limitRange: "Un número entero de 1 a {{most}}.",
  limitsSave: "Guardar",
  limitsSaved: "Guardado.",
} satisfies Words<typeof en>;
