import type { CallService, Service } from "./callService.ts";
import { createGate, type Gate, type GateDeps, type GateFigures } from "./gate.ts";
import type { Priority } from "./rateBudget.ts";

/** Tokens that were only tried are forgotten after so many. */
const mostGates = 10;

/** The gates of all connections: the only way to the HTTP client. A connection is known by its address and token. */
export function createGates(deps: GateDeps) {
  const gates = new Map<string, Gate>();

  function gateOf(service: Service): Gate {
    const key = `${service.baseUrl} ${service.accessToken}`;
    const gate = gates.get(key) ?? createGate(service, deps);
    // Those used last stand at the end.
    gates.delete(key);
    gates.set(key, gate);
    const [oldest] = gates;
    if (oldest && gates.size > mostGates) {
      gates.delete(oldest[0]);
      oldest[1].close();
    }
    return gate;
  }

  const at =
    (priority: Priority): CallService =>
    (service, ...rest) =>
      gateOf(service).call(priority, ...rest);

  return {
    /** Calls, by whom they are made for. */
    calls: { live: at("live"), replay: at("replay"), import: at("import") } satisfies Record<Priority, CallService>,
    /** Waits until one call may leave, to be made by `admitted`; false where nothing is sent to that connection now. */
    admit: (service: Service, priority: Priority): Promise<boolean> => gateOf(service).admit(priority),
    /** Whether one may leave at once, to be made by `admitted`. */
    mayLeave: (service: Service, priority: Priority): boolean => gateOf(service).mayLeave(priority),
    admitted: ((service, ...rest) => gateOf(service).admitted(...rest)) satisfies CallService,
    /** How many runs may be under way at the same time. */
    lanes: (service: Service): number => gateOf(service).lanes(),
    /** Lets runs come back little by little. */
    goSlowly: (service: Service): void => gateOf(service).goSlowly(),
    /** Asks at once whether it answers and accepts the token. */
    ask: async (service: Service): Promise<void> => void (await gateOf(service).ask()),
    figures: (service: Service): GateFigures => gateOf(service).figures(),
    close(): void {
      for (const gate of gates.values()) gate.close();
    },
  };
}

export type Gates = ReturnType<typeof createGates>;
