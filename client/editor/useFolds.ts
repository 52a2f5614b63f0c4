import { useLocalStorage } from "@mantine/hooks";
import type { GroupName } from "#shared/nodes/group.ts";

/** What most workflows are made of; the rest is found by search, or opened once and remembered. */
const usual: readonly string[] = ["triggerConversation", "condition", "customer", "team", "wait"];

/** Which groups of the palette stand open in this browser. */
export function useFolds(): { isOpen(group: GroupName): boolean; toggle(group: GroupName): void } {
  const [open, setOpen] = useLocalStorage<readonly string[]>({
    key: "switchboard.palette",
    defaultValue: usual,
    getInitialValueInEffect: false,
  });
  return {
    isOpen: (group) => open.includes(group),
    toggle: (group) =>
      setOpen((before) => (before.includes(group) ? before.filter((each) => each !== group) : [...before, group])),
  };
}
