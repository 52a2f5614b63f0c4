import { text } from "../language/text.ts";

/** The teams, tags and ticket types that templates look for, with the names they go by. */
export const wants = {
  support: {
    words: text("A team for support", "Un equipo de soporte"),
    wanted: {
      list: "teams",
      names: [
        "support",
        "soporte",
        "customer support",
        "atención al cliente",
        "customer service",
        "servicio al cliente",
        "help desk",
        "helpdesk",
        "customer care",
        "asistencia",
      ],
    },
  },
  billing: {
    words: text("A team for billing", "Un equipo de facturación"),
    wanted: {
      list: "teams",
      names: [
        "billing",
        "facturación",
        "payments",
        "pagos",
        "cobros",
        "finance",
        "finanzas",
        "accounting",
        "contabilidad",
        "administración",
      ],
    },
  },
  success: {
    words: text("A team for onboarding or customer success", "Un equipo de bienvenida o de éxito del cliente"),
    wanted: {
      list: "teams",
      names: [
        "customer success",
        "éxito del cliente",
        "success",
        "onboarding",
        "bienvenida",
        "key accounts",
        "grandes cuentas",
        "account management",
        "gestión de cuentas",
      ],
    },
  },
  vipTag: {
    words: text("A tag such as “VIP”", "Una etiqueta como «VIP»"),
    wanted: { list: "tags", names: ["vip", "important", "importante", "priority", "prioritario", "prioridad"] },
  },
  refundTag: {
    words: text("A tag such as “refund”", "Una etiqueta como «reembolso»"),
    wanted: {
      list: "tags",
      names: ["refund", "refunds", "reembolso", "reembolsos", "devolución", "devoluciones"],
    },
  },
  invoiceTag: {
    words: text("A tag such as “invoice”", "Una etiqueta como «factura»"),
    wanted: { list: "tags", names: ["invoice", "invoices", "factura", "facturas", "billing", "facturación"] },
  },
  bugTag: {
    words: text("A tag such as “bug”", "Una etiqueta como «error»"),
    wanted: { list: "tags", names: ["bug", "bugs", "error", "errores", "fallo", "fallos", "incidencia"] },
  },
  onboardingTag: {
    words: text("A tag such as “onboarding”", "Una etiqueta como «bienvenida»"),
    wanted: { list: "tags", names: ["onboarding", "bienvenida", "new customer", "nuevo cliente", "welcome"] },
  },
  problemTicket: {
    words: text("A ticket type for problems", "Un tipo de ticket para problemas"),
    wanted: {
      list: "ticketTypes",
      names: [
        "bug report",
        "informe de error",
        "bug",
        "problem",
        "problema",
        "issue",
        "incident",
        "incidencia",
        "error",
        "fallo",
        "support request",
        "solicitud de soporte",
      ],
    },
  },
} as const;
