import { Choice } from "#shared/nodes/form.ts";
import type { ListName } from "#shared/workspace/lists.ts";
import { useLanguage } from "../../i18n/useLanguage.ts";
import { ListSelect } from "../lists/ListSelect.tsx";
import type { SettingProps } from "../settingProps.ts";
import { useScope } from "../useScope.ts";

const nothing = "none";
/** Names of lists hold no slash, so a key leads back to its list and id. */
const keyOf = (list: ListName, id: string) => `${list}/${id}`;

/** An entry of one of several lists, or what stands for none. Not chosen yet is neither. */
export function PickFromSetting({ widget, value, onChange, label, help, error }: SettingProps<"pickFrom">) {
  const { pick } = useLanguage();
  const { lists } = useScope();
  const read = value === undefined ? undefined : Choice.safeParse(value).data;
  const chosen = read === undefined ? null : read === null ? nothing : keyOf(read.list, read.id);
  const shown = widget.lists.map((list) => ({
    list,
    entries: (lists?.[list] ?? []).map(({ id, name, detail }) => ({
      key: keyOf(list, id),
      name,
      ...(detail ? { detail } : {}),
    })),
  }));
  return (
    <ListSelect
      label={label}
      help={help}
      error={error}
      lists={shown}
      first={{ key: nothing, name: pick(widget.none) }}
      chosen={chosen}
      onPick={(key) => {
        const slash = key.indexOf("/");
        const list = widget.lists.find((name) => name === key.slice(0, slash));
        onChange(list ? { list, id: key.slice(slash + 1) } : null);
      }}
    />
  );
}
