import { ListSelect } from "../lists/ListSelect.tsx";
import { type SettingProps, writtenThrough } from "../settingProps.ts";
import { useScope } from "../useScope.ts";

/** One entry of a workspace list. An attribute that the step writes has to be writable. */
export function PickSetting({ widget, setting, value, onChange, fields, ...frame }: SettingProps<"pick">) {
  const { lists } = useScope();
  const written = writtenThrough(fields, setting).length > 0;
  const chosen = typeof value === "string" && value !== "" ? value : null;
  const entries = (lists?.[widget.list] ?? [])
    .filter((item) => !written || item.readOnly !== true || item.id === chosen)
    .map(({ id, name, detail }) => ({ key: id, name, ...(detail ? { detail } : {}) }));
  return (
    <ListSelect
      label={frame.label}
      help={frame.help}
      error={frame.error}
      lists={[{ list: widget.list, entries }]}
      chosen={chosen}
      onPick={onChange}
    />
  );
}
