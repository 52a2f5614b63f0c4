import { CirclePower, Ghost, type LucideIcon, Percent, Power } from "lucide-react";
import type { Mode } from "#shared/workflow/mode.ts";

export const modeIcons: Record<Mode, LucideIcon> = { off: Power, shadow: Ghost, percentage: Percent, on: CirclePower };
