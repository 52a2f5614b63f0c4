import { text } from "../../language/text.ts";
import { choice } from "../../nodes/form.ts";

/** The setting that narrows a conversation trigger to one channel. */
export const channelChoice = () =>
  choice(
    { label: text("Channel", "Canal") },
    {
      any: text("Any channel", "Cualquier canal"),
      conversation: text("Messenger", "Messenger"),
      email: text("E-mail", "Correo electrónico"),
      whatsapp: text("WhatsApp", "WhatsApp"),
      sms: text("SMS", "SMS"),
    },
  );

export const otherChannel = text("The conversation is on another channel.", "La conversación es de otro canal.");
