import type { Visitor } from "../documents/people.ts";

const rows = [
  ["3ecf64d0-9ed1-4e9f-88e1-da7d6e678201", "Violet Suitcase", "Portugal", "Lisboa", "Lisbon", 3],
  ["3ecf64d0-9ed1-4e9f-88e1-da7d6e678202", "Green Lighthouse", "Germany", "Hessen", "Kassel", 1],
  ["3ecf64d0-9ed1-4e9f-88e1-da7d6e678203", "Amber Tram", "Spain", "Galicia", "Vigo", 7],
] as const;

/** People on the website who have not written and are not known. @param now epoch seconds. */
export const visitorsAt = (now: number): Visitor[] =>
  rows.map(([user_id, pseudonym, country, region, city, sessions], index) => ({
    id: `6810d4e7a2b95c0031f8${2_001 + index}`,
    user_id,
    name: null,
    pseudonym,
    email: "",
    phone: null,
    created_at: now - sessions * 86_400,
    updated_at: now - index * 600,
    last_request_at: now - index * 600,
    session_count: sessions,
    location: { country, region, city },
    custom_attributes: {},
    converted_to: null,
  }));
