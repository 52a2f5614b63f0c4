import { text } from "../language/text.ts";
import { draw, step } from "./draw.ts";
import { wants } from "./wants.ts";
import { defineTemplate } from "./workflowTemplate.ts";

export const triageByTopic = defineTemplate({
  id: "triage-by-topic",
  name: text("Sort by topic", "Clasificar por tema"),
  sentence: text(
    "Look for words about money, problems or first steps in the first message, and hand it to the right team.",
    "Busca en el primer mensaje palabras sobre pagos, errores o primeros pasos y lo pasa al equipo adecuado.",
  ),
  icon: "split",
  group: "route",
  wants: {
    billing: wants.billing,
    support: wants.support,
    success: wants.success,
    invoiceTag: wants.invoiceTag,
    bugTag: wants.bugTag,
  },
  examples: [
    {
      says: text("My last invoice shows two seats too many.", "Mi última factura muestra dos plazas de más."),
      result: text("To the team for billing, tagged.", "Al equipo de facturación, con etiqueta."),
    },
    {
      says: text("The export shows an error and stops.", "La exportación da un error y se detiene."),
      result: text("To the team for support, tagged.", "Al equipo de soporte, con etiqueta."),
    },
    {
      says: text("We are new here. How do we get started?", "Somos nuevos. ¿Por dónde se empieza?"),
      result: text("To the team for onboarding.", "Al equipo de bienvenida."),
    },
  ],
  draw({ words, chosen, toTeam }) {
    const mentions = (operand: string[]) => ({
      when: { match: "all", rules: [{ ref: "message.text", operator: "mentions", operand }] },
    });
    return draw(
      {
        start: step(0, 0, "intercom.conversationStarted", { channel: "any" }),
        money: step(
          1,
          0,
          "logic.if",
          mentions(
            words(
              ["invoice", "payment", "charged", "refund", "receipt"],
              ["factura", "pago", "cobro", "cobrado", "reembolso", "recibo"],
            ),
          ),
        ),
        billing: step(2, 0, "intercom.assign", toTeam("billing")),
        tagInvoice: step(3, 0, "intercom.tag", chosen("tag", "invoiceTag")),
        problem: step(
          2,
          1,
          "logic.if",
          mentions(
            words(
              ["error", "bug", "crash", "does not work", "doesn't work", "broken"],
              ["error", "fallo", "falla", "no funciona", "se bloquea", "no carga"],
            ),
          ),
        ),
        support: step(3, 1, "intercom.assign", toTeam("support")),
        tagBug: step(4, 1, "intercom.tag", chosen("tag", "bugTag")),
        fresh: step(
          3,
          2,
          "logic.if",
          mentions(
            words(
              ["get started", "getting started", "first steps", "set up", "trial"],
              ["se empieza", "empezar", "primeros pasos", "configurar", "prueba gratuita"],
            ),
          ),
        ),
        success: step(4, 2, "intercom.assign", toTeam("success")),
        rest: step(4, 3, "intercom.assign", toTeam("support")),
      },
      [
        "start.next>money",
        "money.yes>billing",
        "billing.next>tagInvoice",
        "money.no>problem",
        "problem.yes>support",
        "support.next>tagBug",
        "problem.no>fresh",
        "fresh.yes>success",
        "fresh.no>rest",
      ],
    );
  },
});
