import { describe, expect, it } from "vitest";
import { conversationItem, notification, ticketItem } from "../support/notification.ts";

/** Whether a mail that a customer sends in a conversation counts as automatic. */
const reply = (subject: string, body = "Hello", email = "ana@mail.example", author = "user") =>
  notification(
    "conversation.user.replied",
    conversationItem({
      part_type: "comment",
      body,
      author: { type: author, id: "c1", name: "Ana Lind", email },
      email_message_metadata: { subject },
    }),
  ).facts.message?.automatic;

describe("a customer's mail", () => {
  it.each([
    "Automatic reply: Your order 4711",
    "Out of Office",
    "Out of office: back on Monday Re: Your order",
    "[Auto-Reply] Your order",
    "Auto response - we have received your message",
    "Respuesta automática: Tu pedido",
    "Fuera de la oficina",
    "Automatische Antwort: Bestellung",
    "Abwesenheitsnotiz",
    "Réponse automatique : Votre commande",
    "Absence du bureau",
    "Risposta automatica: ordine",
    "Resposta automática: pedido",
    "Automatisch antwoord: bestelling",
    "Autosvar: din ordre",
    "Odpowiedź automatyczna: zamówienie",
    "Автоматический ответ: заказ",
    "自動返信: ご注文",
    "자동 회신: 주문",
    "Undelivered Mail Returned to Sender",
    "Mail delivery failed: returning message to sender",
    "Delivery Status Notification (Failure)",
    "Unzustellbar: Bestellung",
    "No se puede entregar: Tu pedido",
  ])("is automatic by its subject: %s", (subject) => expect(reply(subject)).toBe(true));

  it.each([
    "Re: Automatic reply: Your order",
    "Out of office hours support?",
    "Question about automatic replies",
    "Automatic payment failed",
    "My order was undeliverable",
    "Autoservice",
    "Respuesta a tu correo",
    "",
  ])("is a person's by its subject: %s", (subject) => expect(reply(subject)).toBe(false));

  it.each([
    "MAILER-DAEMON@mail.example",
    "postmaster@mail.example",
    "no-reply@shop.example",
    "noreply+4711@shop.example",
    "do_not_reply@shop.example",
    "bounces+12=ana@lists.example",
  ])("is automatic by whom it comes from: %s", (email) => expect(reply("Your order", "Hello", email)).toBe(true));

  it("is a person's from an address that only looks a little like that", () => {
    expect(reply("Your order", "Hello", "noreplyson@mail.example")).toBe(false);
    expect(reply("Your order", "Hello", "bouncer@mail.example")).toBe(false);
  });

  it.each([
    "This is an automated response. We will get back to you within two days.",
    "<p>Hola:</p><p>Este es un mensaje automático, no lo contestes.</p>",
    "Dies ist eine automatisch generierte Nachricht.",
    "Ceci est une réponse automatique.",
    "This e-mail was automatically generated.",
  ])("is automatic by what it says of itself: %s", (body) => expect(reply("Re: Your order", body)).toBe(true));

  it("is a person's where they say that they are away, or quote far below what a machine wrote", () => {
    expect(reply("Re: Your order", "I am out of the office until Monday, can you call me then?")).toBe(false);
    expect(reply("Re: Your order", `${"Thank you. ".repeat(60)}This is an automated response.`)).toBe(false);
  });

  it("is never automatic in a teammate's name", () => {
    expect(reply("Automatic reply: x", "Hello", "ana@mail.example", "admin")).toBe(false);
  });

  it("is recognised as the first message of a conversation, and in a ticket", () => {
    const source = {
      type: "email",
      subject: "Out of office",
      body: "Back on Monday",
      author: { type: "lead", id: "c1", email: "ana@mail.example" },
    };
    const started = notification("conversation.user.created", conversationItem(null, { source }));
    expect(started.facts.message?.automatic).toBe(true);
    const part = {
      id: "p",
      part_type: "comment",
      body: "<p>This is an automatic reply.</p>",
      author: { type: "user", id: "c1" },
    };
    expect(notification("ticket.contact.replied", ticketItem([part])).facts.message?.automatic).toBe(true);
  });
});
