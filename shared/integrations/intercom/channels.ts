import type { Event } from "../../events/event.ts";
import { inSentence, type Speech } from "../../language/speech.ts";
import { text } from "../../language/text.ts";
import type { Verdict } from "../../nodes/define.ts";
import { choice } from "../../nodes/form.ts";

const channels = {
  any: text("Any channel", "Cualquier canal"),
  conversation: text("Messenger", "Messenger"),
  email: text("E-mail", "Correo electrónico"),
  whatsapp: text("WhatsApp", "WhatsApp"),
  sms: text("SMS", "SMS"),
  phone_call: text("Phone", "Teléfono"),
  facebook: text("Facebook", "Facebook"),
  instagram: text("Instagram", "Instagram"),
};
type Channel = keyof typeof channels;

/** Channels that are ordinary words; the others are products' names. */
const common: readonly Channel[] = ["email", "phone_call"];

/** The setting that narrows a conversation trigger to one channel. */
export const channelChoice = () => choice({ label: text("Channel", "Canal") }, channels);

/** " by e-mail" / " por correo electrónico", to end a sentence with; "" for any channel. */
export const byChannel = (channel: Channel, { say, pick }: Speech): string => {
  const label = pick(channels[channel]);
  const name = common.includes(channel) ? inSentence(label) : label;
  return channel === "any" ? "" : say(` by ${name}`, ` por ${name}`);
};

export const onChannel = (channel: Channel, { facts }: Event): Verdict =>
  channel === "any" || channel === facts.conversation?.channel
    ? { accepted: true }
    : {
        accepted: false,
        why: text("The conversation is on another channel.", "La conversación es de otro canal."),
      };
