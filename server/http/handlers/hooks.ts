import type { Hook } from "#shared/api/hooks.ts";
import type { HookPlace } from "../../store/hooks.ts";
import type { Handlers } from "../mount.ts";
import { notFound } from "../problems.ts";
import { reachable } from "../reachable.ts";
import type { Services } from "./services.ts";

type Names = "getHook" | "renewHookAddress" | "getHookSecret" | "changeHookSecret";

const iso = (at: number): string => new Date(at).toISOString();

export function hookHandlers({ hooks, workflows, publicUrl }: Services): Pick<Handlers, Names> {
  const placeOf = ({ id, node }: { id: string; node: string }): HookPlace => {
    if (!workflows.get(id)) throw notFound();
    return { workflow: id, node };
  };
  function shown(place: HookPlace): Hook {
    const lastCall = hooks.lastCall(place);
    const refused = hooks.lastRefused(place);
    return {
      url: `${publicUrl}/hooks/${hooks.token(place)}`,
      reachable: reachable(publicUrl),
      lastCall: lastCall && { ...lastCall, at: iso(lastCall.at) },
      lastRefused: refused && { ...refused, at: iso(refused.at) },
    };
  }
  return {
    getHook: ({ params }) => shown(placeOf(params)),
    renewHookAddress({ params }) {
      const place = placeOf(params);
      hooks.renewToken(place);
      return shown(place);
    },
    getHookSecret: ({ params }) => ({ secret: hooks.secret(placeOf(params)) }),
    changeHookSecret({ params, body }) {
      const place = placeOf(params);
      hooks.changeSecret(place, body.secret);
      return { secret: hooks.secret(place) };
    },
  };
}
