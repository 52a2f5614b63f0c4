import type { templates as en } from "../en/templates.ts";
import type { Words } from "../words.ts";

export const templates = {
  title: "Plantillas",
  lead: "Dibujos casi terminados. Toma uno, repasa sus pasos y cambia lo que quieras; nada se ejecuta hasta que lo actives.",
  search: "Buscar plantillas",
  found_one: "1 plantilla",
  found_many: "{{count}} plantillas",
  found_other: "{{count}} plantillas",
  none: "Ninguna plantilla tiene esas palabras",
  noneHelp: "Busca otra cosa o empieza con un flujo vacío.",
  clear: "Ver todas las plantillas",
  needs: "Qué necesita",
  met: "Tu espacio lo tiene:",
  lacking: "no encontrado, elige otro en el paso",
  needsNothing: "Nada más que Intercom.",
  examples: "Por ejemplo",
  use: "Usar esta plantilla",
  useNamed: "Usar esta plantilla: {{name}}",
} satisfies Words<typeof en>;
