import { inSentence, type Speech } from "../../language/speech.ts";
import { text } from "../../language/text.ts";
import { choice } from "../../nodes/form.ts";

const channels = {
  any: text("Any channel", "Cualquier canal"),
  conversation: text("Messenger", "Messenger"),
  email: text("E-mail", "Correo electrónico"),
  whatsapp: text("WhatsApp", "WhatsApp"),
  sms: text("SMS", "SMS"),
};

/** The setting that narrows a conversation trigger to one channel. */
export const channelChoice = () => choice({ label: text("Channel", "Canal") }, channels);

/** " by e-mail" / " por correo electrónico", to end a sentence with; "" for any channel. */
export const byChannel = (channel: keyof typeof channels, { say, pick }: Speech): string => {
  const label = pick(channels[channel]);
  // Messenger is a product's name.
  const name = channel === "conversation" ? label : inSentence(label);
  return channel === "any" ? "" : say(` by ${name}`, ` por ${name}`);
};

export const otherChannel = text("The conversation is on another channel.", "La conversación es de otro canal.");
