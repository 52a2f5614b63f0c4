/** Not in every browser yet; where it is missing no zone is found. */
type Zoned = Intl.Locale & { getTimeZones?(): readonly string[] | undefined };

const letters = Array.from("ABCDEFGHIJKLMNOPQRSTUVWXYZ");
const plain = (words: string): string =>
  words
    .normalize("NFD")
    .replace(/\p{M}+/gu, "")
    .replaceAll("_", " ")
    .trim()
    .toLowerCase();

let codes: ReadonlyMap<string, string> | null = null;

/** Two-letter codes by the country's English name, in small letters without accents. Made when first asked for. */
function countryCodes(): ReadonlyMap<string, string> {
  const names = new Intl.DisplayNames("en", { type: "region", fallback: "none" });
  codes ??= new Map(
    letters.flatMap((first) =>
      letters.flatMap((second) => {
        const name = names.of(`${first}${second}`);
        return name ? [[plain(name), `${first}${second}`] as const] : [];
      }),
    ),
  );
  return codes;
}

const cityOf = (zone: string): string => plain(zone.slice(zone.lastIndexOf("/") + 1));

/**
 * The time zone (IANA name) of a country, by its English name as Intercom gives it, and a city: the country's only one, or the
 * one named after the city. Null where that leaves several.
 */
export function zoneOfPlace(country: string, city: string): string | null {
  const code = countryCodes().get(plain(country));
  if (code === undefined) return null;
  const locale: Zoned = new Intl.Locale(`und-${code}`);
  const zones = locale.getTimeZones?.() ?? [];
  const named = zones.find((zone) => cityOf(zone) === plain(city));
  return named ?? (zones.length === 1 ? (zones[0] ?? null) : null);
}
