import { text } from "../language/text.ts";
import { draw, step } from "./draw.ts";
import { wants } from "./wants.ts";
import { defineTemplate } from "./workflowTemplate.ts";

export const leadSignUp = defineTemplate({
  id: "lead-sign-up",
  name: text("Greet a lead who signs up", "Saludar al lead que se registra"),
  sentence: text(
    "When a lead becomes a user, send a greeting in the Messenger and tag the customer.",
    "Cuando un lead se convierte en usuario, envía un saludo en el Messenger y etiqueta al cliente.",
  ),
  icon: "signUp",
  group: "reply",
  wants: { tag: wants.onboardingTag },
  examples: [
    {
      when: text("A lead signs up", "Un lead se registra"),
      result: text(
        "A greeting waits in the Messenger, and the customer has the tag for newcomers.",
        "Un saludo espera en el Messenger y el cliente lleva la etiqueta de los recién llegados.",
      ),
    },
    {
      when: text("A lead leaves an e-mail address but has no account", "Un lead deja su correo, pero no tiene cuenta"),
      result: text("Nothing happens yet.", "Todavía no pasa nada."),
    },
  ],
  draw: ({ say, chosen }) =>
    draw(
      {
        start: step(0, 0, "intercom.leadSignedUp", {}),
        greet: step(1, 0, "intercom.sendMessage", {
          message: [
            say("Welcome, ", "Hola, "),
            { ref: "contact.firstName", fallback: say("good to have you", "qué bien tenerte aquí") },
            say(
              ". Your account is ready. If anything is unclear in the first days, write to us right here.",
              ". Tu cuenta está lista. Si algo no queda claro en los primeros días, escríbenos aquí mismo.",
            ),
          ],
        }),
        tag: step(2, 0, "intercom.tagContact", chosen("tag", "tag")),
      },
      ["start.next>greet", "greet.next>tag"],
    ),
});
