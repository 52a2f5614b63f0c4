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
} satisfies Words<typeof en>;
