import type { frame as en } from "../en/frame.ts";
import type { Words } from "../words.ts";

export const frame = {
  workflows: "Flujos",
  runs: "Ejecuciones",
  conversations: "Conversaciones",
  connections: "Conexiones",
  settings: "Ajustes",
  skip: "Ir al contenido",
  main: "Principal",
  practice: "Práctica",
  practiceHelp: "Estás en el espacio de práctica: nada llega a clientes reales.",
  loading: "Cargando…",
  retry: "Reintentar",
  language: "Idioma",
  appearance: "Apariencia",
  light: "Clara",
  dark: "Oscura",
  system: "Como el sistema",
  signOut: "Cerrar sesión",
  account: "Cuenta",
  notFound: "Esta página no existe.",
  notFoundDo: "Ir a los flujos",
  offline: "Switchboard no responde. Lo que ves puede estar desactualizado; seguirá por sí solo.",
  close: "Cerrar",
  justNow: "hace un momento",
} satisfies Words<typeof en>;
