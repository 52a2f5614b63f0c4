/** What the help centre and the inbox hold. They never change here. */
export const articles = [
  {
    id: "5501",
    title: "Ask for a refund",
    description: "How to get your money back",
    body: "<p>Write to us within <b>30 days</b> of the invoice and tell us its number.</p>",
    state: "published",
  },
  {
    id: "5502",
    title: "Set up single sign-on",
    description: "Certificates and audiences",
    body: "<p>Paste the certificate of your directory under Settings, Security.</p>",
    state: "published",
  },
  {
    id: "5503",
    title: "Exportar la línea de tiempo",
    description: "PDF y CSV",
    body: "<p>Abra la línea de tiempo y elija Exportar. En Firefox, permita las fuentes.</p>",
    state: "published",
  },
  {
    id: "5504",
    title: "Night shifts across daylight saving",
    description: "Not finished",
    body: "<p>Shifts keep their length.</p>",
    state: "draft",
  },
] as const;

export const macros = [
  {
    id: "8801",
    name: "Refund is on its way",
    body: '<p>Hi <attribute key="user.name" default="there"/>, your refund is on its way.</p>',
    body_text: 'Hi {{user.name|fallback:"there"}}, your refund is on its way.',
    team_ids: [] as string[],
  },
  {
    id: "8802",
    name: "Ask for the invoice number",
    body: "<p>Could you send us the number on your invoice? It looks like H-2041.</p>",
    body_text: "Could you send us the number on your invoice? It looks like H-2041.",
    team_ids: ["8120302"],
  },
] as const;

export const brands = [
  { id: "practice", name: "Halvero", is_default: true, help_center_id: "11", default_address_settings_id: "13" },
  { id: "3", name: "Halvero Care", is_default: false, help_center_id: "12", default_address_settings_id: "15" },
] as const;
