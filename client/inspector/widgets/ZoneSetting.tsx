import type { SettingProps } from "../settingProps.ts";
import { ZoneSelect } from "../../ui/ZoneSelect.tsx";

/** A time zone; its control has its own label. */
export const ZoneSetting = ({ value, error, onChange }: SettingProps<"zone">) => (
  <ZoneSelect zone={typeof value === "string" ? value : ""} missing={error !== undefined} onChange={onChange} />
);
