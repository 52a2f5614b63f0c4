import { use } from "react";
import { type InspectorScope, Scope } from "./scope.ts";

export function useScope(): InspectorScope {
  const scope = use(Scope);
  if (!scope) throw new Error("a control of the inspector's form stands outside of it");
  return scope;
}
