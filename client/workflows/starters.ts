import type { Language } from "#shared/language/text.ts";
import type { WorkflowDocument, WorkflowNode } from "#shared/workflow/document.ts";

export type StarterName = "refunds" | "important" | "waiting";

interface Starter {
  name: StarterName;
  document: WorkflowDocument;
}

const stepX = 320;
const stepY = 140;

type Step = [id: string, outlet: string, type: string, config: WorkflowNode["config"]];

/** Steps one after the other, left to right; `outlet` is the exit by which the one before leads here. */
const chain = (steps: Step[]): WorkflowDocument => ({
  format: 1,
  nodes: steps.map(([id, , type, config]) => ({ id, type, config })),
  edges: steps.slice(1).map(([to, outlet], place) => ({ from: steps[place]?.[0] ?? to, outlet, to })),
  layout: steps.map(([node], place) => ({ node, x: place * stepX, y: stepY })),
});

const started: Step = ["start", "", "intercom.conversationStarted", { channel: "any" }];

/** Drawings to begin with. What only the workspace knows, a team or a tag, is left to choose. */
export function starters(language: Language): readonly Starter[] {
  const say = (en: string, es: string) => (language === "es" ? es : en);
  const asksRefund = {
    match: "all",
    rules: [
      {
        ref: "message.text",
        operator: "mentions",
        operand:
          language === "es" ? ["reembolso", "devolución", "devolver"] : ["refund", "money back", "charged twice"],
      },
    ],
  };
  const payingPlan = {
    match: "all",
    rules: [{ ref: "company.plan", operator: "is", operand: ["Pro", "Enterprise"] }],
  };
  const stillWaiting = {
    match: "all",
    rules: [
      { ref: "conversation.state", operator: "isAnyOf", operand: ["open"] },
      { ref: "conversation.teammate", operator: "isNotSet" },
    ],
  };
  return [
    {
      name: "refunds",
      document: chain([
        started,
        ["ask", "next", "logic.if", { when: asksRefund }],
        ["assign", "yes", "intercom.assign", {}],
        [
          "reply",
          "next",
          "intercom.reply",
          {
            message: [
              say("Hello ", "Hola, "),
              { ref: "contact.firstName", fallback: say("there", "qué tal") },
              say(
                ", your message is with the team that looks after refunds. They will write to you here.",
                ": tu mensaje ya está con el equipo que lleva las devoluciones. Te escribirán aquí.",
              ),
            ],
            whenTaken: "skip",
          },
        ],
      ]),
    },
    {
      name: "important",
      document: chain([
        started,
        ["ask", "next", "logic.if", { when: payingPlan }],
        ["tag", "yes", "intercom.tag", {}],
        [
          "note",
          "next",
          "intercom.addNote",
          {
            note: [
              { ref: "company.name", fallback: say("A customer", "Un cliente") },
              say(" is on plan ", " tiene el plan "),
              { ref: "company.plan", fallback: say("unknown", "desconocido") },
              say(". Answer this one first.", ". Responde primero a esta conversación."),
            ],
          },
        ],
      ]),
    },
    {
      name: "waiting",
      document: chain([
        started,
        ["wait", "next", "logic.delay", { for: { amount: 4, unit: "hours" } }],
        ["ask", "next", "logic.if", { when: stillWaiting }],
        ["assign", "yes", "intercom.assign", {}],
        [
          "note",
          "next",
          "intercom.addNote",
          {
            note: [
              say(
                "Nobody has taken this conversation for 4 hours.",
                "Nadie se ha hecho cargo de esta conversación en 4 horas.",
              ),
            ],
          },
        ],
      ]),
    },
  ];
}
