import type { Value } from "../../conditions/evidence.ts";
import { text } from "../../language/text.ts";
import { value } from "../../nodes/form.ts";
import type { Hours } from "../../schedule/hours.ts";
import { isZone } from "../../schedule/zone.ts";

/** A setting for hours that are meant on the customer's own clock. */
export const ownClock = () =>
  value(
    {
      label: text("Time zone of each customer", "Zona horaria de cada cliente"),
      help: text(
        "For hours on the customer's own clock: a value that names a zone. Where it names none, the zone above counts.",
        "Para un horario según el reloj del cliente: un valor que nombra una zona. Si no nombra ninguna, vale la de arriba.",
      ),
      advanced: true,
    },
    ["text"],
  ).optional();

/** The hours on the clock of the zone that a value names. */
export const onClock = (hours: Hours, zone: Value): Hours =>
  typeof zone === "string" && isZone(zone) ? { ...hours, zone } : hours;
