import { z } from "zod";
import { text } from "../../language/text.ts";
import { answer, defineAction, type Given } from "../../nodes/define.ts";
import { hours } from "../../nodes/form.ts";
import type { Hours } from "../../schedule/hours.ts";
import { nextOpening } from "../../schedule/opening.ts";
import { hoursWords } from "./hoursWords.ts";
import { exampleHours, usualHours } from "./officeHours.ts";
import { onClock, ownClock } from "./ownClock.ts";

interface Config {
  hours: Hours;
  clock?: string | undefined;
}

const openingOf = ({ config: { hours: ours, clock }, read, now }: Given<Config>): number | null =>
  nextOpening(onClock(ours, clock === undefined ? null : read(clock)), now);

/** Waits until somebody is there; passes at once when somebody is. */
export const waitForOfficeHours = defineAction({
  type: "logic.waitForOfficeHours",
  label: text("Wait for office hours", "Esperar al horario de atención"),
  help: text(
    "Waits until your team is there; goes on at once when it is.",
    "Espera a que tu equipo esté; si ya está, sigue en el acto.",
  ),
  keywords: text(
    "delay opening business working hours morning weekend holiday night schedule",
    "demora apertura horario laboral oficina mañana fin de semana festivo noche jornada",
  ),
  icon: "clock",
  group: "wait",
  config: z.object({ hours: hours({ label: text("Office hours", "Horario de atención") }), clock: ownClock() }),
  example: { hours: exampleHours },
  fresh: { hours: usualHours },
  reply: z.object({
    until: answer(z.number(), text("Waited until", "Esperó hasta"), "date"),
    /** False where it was open already. */
    waited: z.boolean(),
  }),
  plan(given) {
    const { now } = given;
    const until = openingOf(given);
    if (until === null)
      return {
        type: "skip",
        why: text("Not waited: these hours never open.", "Sin espera: este horario nunca abre."),
      };
    return until > now ? { type: "delay", until } : { type: "answer", reply: { until, waited: false } };
  },
  answer: (_, given) => ({ until: openingOf(given) ?? given.now, waited: true }),
  simulate: () => null,
  onUncertain: "repeat",
  sentence: (config, speech) => {
    const words = hoursWords(config.hours, speech, config.clock);
    return speech.say(`Wait for office hours: ${words}`, `Esperar al horario de atención: ${words}`);
  },
  done(config, { until, waited }, { say, language }) {
    if (!waited) return say("It was office hours already", "Ya era horario de atención");
    const when = new Intl.DateTimeFormat(language, {
      dateStyle: "medium",
      timeStyle: "short",
      hourCycle: "h23",
      timeZone: config.hours.zone,
    }).format(until);
    return say(`Waited until ${when}`, `Esperó hasta el ${when}`);
  },
});
