import { type Company, Contact } from "../documents/people.ts";

const daySeconds = 86_400;

/** Key, name, role, e-mail, company, language, country, region, city, job, known for days, projects, onboarded. */
const notation = `
priya | Priya Venkatesan | user | priya@alcor.example | alcor | en | Ireland | Leinster | Dublin | Operations manager | 600 | 41 | yes
owenr | Owen Rathbone | user | owen@alcor.example | alcor | en | Ireland | Munster | Cork | Finance assistant | 210 | 6 | yes
lucia | Lucía Ferrándiz | user | lucia@brisa.example | brisa | es | Spain | Comunitat Valenciana | Alicante | Gerente | 238 | 17 | yes
inigo | Íñigo Salaverri | user | inigo@brisa.example | brisa | es | Spain | Comunitat Valenciana | Denia | Agente de viajes | 100 | 4 | no
marit | Marit Solheim | user | marit@cobalt.example | cobalt | en | Norway | Vestland | Bergen | IT director | 1100 | 220 | yes
callum | Callum Strachan | user | callum@cobalt.example | cobalt | en | United Kingdom | Scotland | Aberdeen | Crew planner | 640 | 58 | yes
beatrix | Beatrix Dunmore | user | beatrix@dunmore.example | dunmore | en | United Kingdom | England | Leeds | Partner | 470 | 33 | yes
samir | Samir Haddadin | user | samir@dunmore.example | dunmore | en | United Kingdom | England | Leeds | Paralegal | 90 | 8 | no
rosario | Rosario Echaniz | user | rosario@estela.example | estela | es | Spain | Aragón | Zaragoza | Administradora | 340 | 29 | yes
hugo | Hugo Valcárcel | user | hugo@estela.example | estela | es | Spain | Aragón | Huesca | Recepción | 150 | 12 | yes
tilly | Tilly Marchetti | user | tilly@fennel.example | fennel | en | Canada | Ontario | Kingston | Owner | 95 | 3 | no
ximena | Ximena Garza Treviño | user | ximena@garza.example | garza | es | Mexico | Nuevo León | Monterrey | Directora de operaciones | 880 | 130 | yes
efrain | Efraín Olvera | user | efrain@garza.example | garza | es | Mexico | Jalisco | Guadalajara | Jefe de sistemas | 500 | 75 | yes
dolores | Dolores Quiñones | user | dolores@garza.example | garza | es | Mexico | Nuevo León | Monterrey | Contadora | 300 | 11 | yes
wade | Wade Hollister | user | wade@hollow.example | hollow | en | United States | Oregon | Portland | Producer | 205 | 19 | yes
keiko | Keiko Abara | user | keiko@hollow.example | hollow | en | United States | Oregon | Eugene | Editor | 70 | 5 | no
amaia | Amaia Goñi | user | amaia@iruna.example | iruna | es | Spain | Navarra | Pamplona | Ingeniera jefe | 520 | 64 | yes
benat | Beñat Lizarraga | user | benat@iruna.example | iruna | es | Spain | Navarra | Tudela | Compras | 260 | 15 | yes
fern | Fern Delacroix | user | fern@juniper.example | juniper | en | United States | Vermont | Burlington | Owner | 128 | 7 | yes
anjali | Anjali Thorne | user | anjali@kestrel.example | kestrel | en | New Zealand | Otago | Dunedin | Head of learning tools | 690 | 98 | yes
rangi | Rangi Pohatu | user | rangi@kestrel.example | kestrel | en | New Zealand | Canterbury | Christchurch | Lecturer | 400 | 21 | yes
mei | Mei Ostrander | user | mei@kestrel.example | kestrel | en | New Zealand | Otago | Dunedin | Bursar | 220 | 9 | yes
pilar | Pilar Montalvo | user | pilar@lapiz.example | lapiz | es | Argentina | Buenos Aires | La Plata | Editora | 170 | 14 | yes
ciro | Ciro Bermejo | user | ciro@lapiz.example | lapiz | es | Argentina | Santa Fe | Rosario | Diseñador | 80 | 6 | no
nuria | Nuria Casamitjana | user | nuria@mirador.example | mirador | es | Spain | Illes Balears | Palma | Directora de reservas | 410 | 37 | yes
gaspar | Gaspar Llopis | user | gaspar@mirador.example | mirador | es | Spain | Catalunya | Sitges | Contabilidad | 190 | 10 | yes
teo | Teo Barrientos | user | teo@noria.example | noria | es | Spain | Extremadura | Plasencia | Secretario | 60 | 2 | no
harriet | Harriet Nakamba | user | harriet@orchard.example | orchard | en | Australia | Victoria | Geelong | Practice manager | 260 | 24 | yes
liam | Liam Forsgate | user | liam@orchard.example | orchard | en | Australia | Victoria | Ballarat | Systems officer | 120 | 13 | yes
dario | Darío Peñalver | user | dario@penalver.example |  | es | Chile | Valparaíso | Viña del Mar | Autónomo | 45 | 1 | no
joss | Joss Applewhite | lead | joss@applewhite.example |  | en | United States | Texas | Austin | Founder | 20 | 0 | no
renata | Renata Iturbe | lead | renata@iturbe.example |  | es | Colombia | Antioquia | Medellín | Consultora | 33 | 0 | no
piet | Piet Vandewalle | lead | piet@vandewalle.example |  | en | Belgium | Flanders | Ghent | Buyer | 12 | 0 | no
sol | Sol Arizmendi | lead | sol@arizmendi.example |  | es | Uruguay | Montevideo | Montevideo | Coordinadora | 8 | 0 | no
guest |  | lead |  |  | en | United States | Illinois | Chicago |  | 5 | 0 | no
visita |  | lead |  |  | es | Spain | Andalucía | Granada |  | 15 | 0 | no
rankup | Rank Booster | lead | offers@rankbooster.example |  | en | United States | Delaware | Dover |  | 40 | 0 | no
promo | Promo Éxito | lead | ventas@promoexito.example |  | es | Mexico | Ciudad de México | Ciudad de México |  | 50 | 0 | no
odile | Odile Rainsford | lead | odile@rainsford.example |  | en | Kenya | Nairobi | Nairobi | Programme lead | 27 | 0 | no
bruno | Bruno Echegaray | lead | bruno@echegaray.example |  | es | Peru | Lima | Lima | Gerente comercial | 18 | 0 | no
`;

const fieldsIn = 13;

const rows = notation
  .trim()
  .split("\n")
  .map((line) => {
    const words = line.split("|").map((field) => field.trim());
    if (words.length !== fieldsIn) throw new Error(`"${line}" is no contact`);
    const [
      key = "",
      name = "",
      role,
      email = "",
      company = "",
      language = "",
      country = "",
      region = "",
      city = "",
      job = "",
    ] = words;
    const [days, projects] = words.slice(10).map(Number);
    return {
      key,
      name: name || null,
      role: role === "user" ? ("user" as const) : ("lead" as const),
      email,
      company,
      language,
      location: { country, region, city },
      job: job || null,
      days: days ?? 0,
      projects: projects ?? 0,
      onboarded: words[12] === "yes",
    };
  });

/** Contacts by key, each known since before their first conversation. @param now epoch seconds. */
export function contactsAt(now: number, companies: ReadonlyMap<string, Company>): ReadonlyMap<string, Contact> {
  return new Map(
    rows.map(({ key, name, role, email, company: at, language, location, job, days, projects, onboarded }, index) => {
      const company = companies.get(at);
      // Leads are often met in the conversation itself; ninety days back at most.
      const since = now - (role === "lead" ? 91 : Math.max(days, 91)) * daySeconds;
      // Some an hour ago, some weeks: there are customers to win back.
      const seen = now - (index + 1) ** 2 * 4_200;
      return [
        key,
        Contact.parse({
          id: `6810d4e7a2b95c0031f7${String(2_001 + index)}`,
          external_id:
            role === "user"
              ? `usr_${70_310 + index * 7}`
              : `0f9c2d41-7b3e-4c55-9a10-${String(index).padStart(12, "0")}`,
          role,
          email,
          phone: null,
          name,
          owner_id: null,
          unsubscribed_from_emails: index % 11 === 7,
          created_at: since,
          updated_at: seen,
          signed_up_at: role === "user" ? since : null,
          last_seen_at: seen,
          last_replied_at: null,
          last_contacted_at: null,
          language_override: index % 5 === 0 ? language : null,
          browser_language: language,
          location,
          company_ids: company ? [company.id] : [],
          custom_attributes: {
            plan_tier: company?.plan?.name ?? (role === "user" ? "Free" : null),
            job_title: job,
            projects,
            onboarded,
            trial_ends_at: onboarded || role === "lead" ? null : now + (3 + (index % 9)) * daySeconds,
            satisfaction: onboarded ? 3 + (index % 5) / 2 : null,
          },
        }),
      ];
    }),
  );
}
