import type { Handlers } from "../mount.ts";
import type { Services } from "./services.ts";

type Names = "getLimits" | "setLimits";

export function limitHandlers({ limits }: Services): Pick<Handlers, Names> {
  return {
    getLimits: () => limits.get(),
    setLimits({ body }) {
      limits.set(body);
      return body;
    },
  };
}
