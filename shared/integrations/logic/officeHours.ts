import { z } from "zod";
import { text } from "../../language/text.ts";
import { defineCondition } from "../../nodes/define.ts";
import { hours } from "../../nodes/form.ts";
import type { Hours } from "../../schedule/hours.ts";
import { isOpen } from "../../schedule/opening.ts";
import { hoursWords } from "./hoursWords.ts";
import { onClock, ownClock } from "./ownClock.ts";

const nineToFive = [{ from: "09:00", to: "17:00" }];

/** The hours a new step begins with. */
export const usualHours: Hours = {
  zone: "UTC",
  week: {
    monday: nineToFive,
    tuesday: nineToFive,
    wednesday: nineToFive,
    thursday: nineToFive,
    friday: nineToFive,
    saturday: [],
    sunday: [],
  },
  holidays: [],
};

export const exampleHours: Hours = { ...usualHours, zone: "Europe/Madrid", holidays: ["2026-12-25"] };

/** Two ways on: somebody is there now, or nobody is. */
export const officeHours = defineCondition({
  type: "logic.officeHours",
  label: text("Office hours", "Horario de atención"),
  help: text(
    "Goes one way while your team is there, else the other.",
    "Va por un lado mientras tu equipo está y, si no, por el otro.",
  ),
  keywords: text(
    "opening business working hours open closed weekend holiday night schedule time zone",
    "horario laboral oficina abierto cerrado fin de semana festivo noche jornada zona horaria",
  ),
  icon: "clock",
  group: "condition",
  config: z.object({ hours: hours({ label: text("Office hours", "Horario de atención") }), clock: ownClock() }),
  example: { hours: exampleHours },
  fresh: { hours: usualHours },
  outlets: () => [
    { id: "open", label: text("open", "abierto") },
    { id: "closed", label: text("closed", "cerrado") },
  ],
  compile({ hours: ours, clock }, bind) {
    const zone = clock === undefined ? () => null : bind(clock);
    return {
      decide: (context, now) => (isOpen(onClock(ours, zone(context)), now) ? "open" : "closed"),
      evidence: () => [],
    };
  },
  sentence: ({ hours: ours, clock }, speech) => {
    const words = hoursWords(ours, speech, clock);
    return speech.say(`If it is office hours: ${words}`, `Si es horario de atención: ${words}`);
  },
});
