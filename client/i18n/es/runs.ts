import type { runs as en } from "../en/runs.ts";
import type { Words } from "../words.ts";

export const runs = {
  title: "Ejecuciones",
  lead: "Cada vez que se inició un flujo y cómo terminó.",
  filters: "Filtrar las ejecuciones",
  workflow: "Flujo",
  allWorkflows: "Todos los flujos",
  goneWorkflow: "Un flujo que se eliminó",
  outcome: "Resultado",
  allOutcomes: "Todos los resultados",
  running: "En curso",
  waiting: "En espera",
  done: "Completada",
  failed: "Fallida",
  stopped: "Detenida",
  goesOn: "Sigue por sí sola el {{at}}",
  conversation: "Conversación",
  conversationHint: "Su número o un enlace a ella",
  when: "Inicio",
  duration: "Duración",
  untitled: "Una ejecución sin conversación",
  loadMore: "Cargar más",
  noMatch: "Ninguna ejecución coincide",
  noMatchHelp:
    "Ningún flujo se ejecutó para lo que elegiste. Un flujo solo se ejecuta mientras está activado y solo por lo que pasa desde entonces.",
  clearFilters: "Quitar los filtros",
  none: "Aún no hay ejecuciones",
  noneHelp: "Publica un flujo y actívalo. Después escribe como cliente y su ejecución aparecerá aquí.",
  toWorkflows: "Ir a los flujos",
  toConversations: "Escribir como cliente",
} satisfies Words<typeof en>;
