import { expect, it } from "vitest";
import { zoneOfPlace } from "#shared/schedule/zoneOfPlace.ts";

it("knows a country's only time zone, and in a larger one that of a city that has given it its name", () => {
  expect(zoneOfPlace("France", "Lyon")).toBe("Europe/Paris");
  expect(zoneOfPlace("Côte d’Ivoire", "")).toBe("Africa/Abidjan");
  expect(zoneOfPlace("Spain", "Madrid")).toBe("Europe/Madrid");
  expect(zoneOfPlace("United States", "los angeles")).toBe("America/Los_Angeles");
  expect(zoneOfPlace("Mexico", "Mexico City")).toBe("America/Mexico_City");
});

it("names none where there are several, or no such country", () => {
  expect(zoneOfPlace("United States", "Springfield")).toBeNull();
  expect(zoneOfPlace("Atlantis", "Madrid")).toBeNull();
  expect(zoneOfPlace("", "")).toBeNull();
});
