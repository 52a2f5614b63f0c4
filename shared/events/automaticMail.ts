import { fold } from "../language/text.ts";
import { entries, record, string, type Raw } from "./raw.ts";

/** Whom nobody answers as: their mail is written by a machine. */
const machines =
  /^(?:mailer[-_.]?daemon|post-?master|no[-_.]?reply|do[-_.]?not[-_.]?reply|no[-_.]?responder|nao[-_.]?responda|ne[-_.]?pas[-_.]?repondre|nicht[-_.]?antworten|non[-_.]?rispondere|auto[-_.]?reply|auto[-_.]?responder|bounces?)(?:[-+_.=].*)?@/;

/** How subjects of automatic answers begin, by language; what follows is a mark, or nothing. Case and accents do not count. */
const answers = [
  "auto(?:matic|mated)?[- ]?(?:reply|response|answer)",
  "autoreply",
  "out of (?:the )?office(?: auto-?reply| reply| notification| message)?",
  "ooo",
  "on (?:vacation|holiday|annual leave|parental leave|maternity leave)",
  "respuesta automatica",
  "mensaje automatico",
  "fuera de (?:la )?oficina",
  "ausente de la oficina",
  "automatische (?:antwort|abwesenheitsnotiz)",
  "abwesenheits(?:notiz|nachricht|meldung|assistent)?",
  "abwesend",
  "reponse automatique",
  "absen(?:t|ce) du bureau",
  "message d'absence",
  "risposta automatica",
  "fuori (?:sede|ufficio)",
  "resposta automatica",
  "fora do escritorio",
  "automatisch antwoord",
  "afwezigheids(?:bericht|melding|assistent)",
  "niet op kantoor",
  "auto?svar",
  "automatisk(?:t)? svar",
  "automaattinen vastaus",
  "odpowiedz automatyczna",
  "automatyczna odpowiedz",
  "automaticka odpoved",
  "otomatik (?:yanit|cevap)",
  "автоматический ответ",
  "автоответ",
  "自動返信",
  "自动回复",
  "自動回覆",
  "자동 회신",
] as const;

/** Of mail that could not be delivered, and comes back. */
const returned = [
  "undeliver(?:able|ed)\\b.*",
  "mail delivery (?:failed|failure|subsystem|system).*",
  "delivery (?:status notification|failure|has failed).*",
  "delivery incomplete.*",
  "message (?:not delivered|undeliverable).*",
  "returned mail.*",
  "failure notice",
  "unzustellbar.*",
  "nachricht nicht zustellbar.*",
  "no se (?:puede|ha podido|pudo) entregar.*",
  "no entregado",
  "notificacion de estado de entrega.*",
  "non remis",
  "echec de (?:la )?remise.*",
  "impossibile recapitare.*",
  "mancata consegna.*",
  "nao (?:foi possivel entregar|entregue).*",
  "niet bestelbaar",
] as const;

const away = answers.map(fold).join("|");
const subjects = new RegExp(
  `^(?:(?:${away})(?:\\s*[:;.!,(\\-–—：].*)?|\\[(?:${away})\\].*|${returned.map(fold).join("|")})$`,
);

/** What such mail says of itself, where its subject does not tell. */
const selfTold = new RegExp(
  [
    "this is an auto(?:matic|mated|matically generated)[- ](?:reply|response|message|answer|e-?mail)",
    "this (?:reply|message|e-?mail|response) (?:was|is|has been) (?:automatically (?:generated|sent)|generated automatically)",
    "est[ea] es un[a]? (?:respuesta|mensaje|correo) automatic[oa]",
    "(?:respuesta|mensaje|correo) generad[oa] automaticamente",
    "dies ist eine automatisch(?:e| generierte| erstellte) (?:antwort|nachricht|e-?mail)",
    "ce(?:ci est un| message est un)e? (?:reponse|message) automatique",
    "questa e una (?:risposta|e-?mail) automatica",
    "questo e un messaggio automatico",
    "est[ea] e uma? (?:resposta|mensagem) automatica",
    "dit is een automatisch (?:antwoord|bericht)",
  ]
    .map(fold)
    .join("|"),
);

/** How far in it is looked for: after that come signatures and what is quoted. */
const mostRead = 400;
const plain = (words: string): string =>
  fold(words.slice(0, mostRead)).replaceAll("’", "'").replaceAll(/\s+/g, " ").trim();
/** What all of these have in common: most words can be passed over by it. */
const inSelfTold = "automat";
const saysSo = (words: string): boolean =>
  fold(words.slice(0, mostRead)).includes(inSelfTold) && selfTold.test(plain(words));

/** The address that a mail came from, where Intercom gives it. */
function sender(said: Raw): string {
  const headers = entries(record(said["email_message_metadata"])["email_address_headers"]);
  const sent = headers.find(({ type }) => /^from$/i.test(string(type)));
  return (string(sent?.["email_address"]) || string(record(said["author"])["email"])).toLowerCase();
}

/**
 * Whether a machine wrote what a customer sent: an answer of somebody who is away, mail that came back, an address that nobody
 * reads. Intercom passes no header on that says so (2.16, `email_message_metadata`), so it is told by sender, subject and words.
 * @param said a part, or a conversation's `source`. @param text its words, plain.
 */
export const isAutomatic = (said: Raw, subject: string, text: string): boolean =>
  machines.test(sender(said)) || (subject !== "" && subjects.test(plain(subject))) || saysSo(text);
