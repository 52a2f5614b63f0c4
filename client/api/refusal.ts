import type { Problem } from "#shared/api/problem.ts";

/** An error that our server put in words, or that the network made: then `status` is 0. */
export class Refusal extends Error {
  readonly status: number;
  readonly problem: Problem;
  constructor(status: number, problem: Problem) {
    super(problem.what.en);
    this.name = "Refusal";
    this.status = status;
    this.problem = problem;
  }
}

export const unreachable = new Refusal(0, {
  code: "unavailable",
  what: { en: "Switchboard does not answer.", es: "Switchboard no responde." },
  todo: {
    en: "Check that it is running and that you are online; then try again.",
    es: "Comprueba que está en marcha y que tienes conexión; luego reinténtalo.",
  },
});
