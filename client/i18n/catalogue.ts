import "i18next";
import type { en } from "./en.ts";

/** Makes every key of the catalogue known to the types: one that is missing does not compile. */
declare module "i18next" {
  interface CustomTypeOptions {
    defaultNS: "frame";
    resources: typeof en;
  }
}
