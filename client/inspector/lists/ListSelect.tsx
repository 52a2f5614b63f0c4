import { type ComboboxItem, type OptionsFilter, Select } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { fold } from "#shared/language/text.ts";
import { isOurs, type ListItem, type ListName } from "#shared/workspace/lists.ts";
import { beside } from "../beside.tsx";
import { useScope } from "../useScope.ts";
import classes from "./ListSelect.module.css";
import { RefreshLists } from "./RefreshLists.tsx";

export interface ListEntry extends Pick<ListItem, "name" | "detail"> {
  /** What stands for the entry in the control. */
  key: string;
}

interface Props {
  label: string;
  help: string | undefined;
  error: ReactNode;
  /** The lists, in order; each under its heading where there are several. */
  lists: readonly { list: ListName; entries: readonly ListEntry[] }[];
  /** An entry that is always there. */
  first?: ListEntry;
  chosen: string | null;
  onPick(key: string): void;
}

const filter =
  (details: ReadonlyMap<string, ListEntry>): OptionsFilter =>
  ({ options, search }) => {
    const words = fold(search).trim();
    const fits = ({ value, label }: ComboboxItem) =>
      fold(`${label} ${details.get(value)?.detail ?? ""}`).includes(words);
    return options.flatMap((option): typeof options =>
      "group" in option ? [{ ...option, items: option.items.filter(fits) }] : fits(option) ? [option] : [],
    );
  };

/** One entry of the workspace's lists, by name. What was chosen and is gone asks to be replaced. */
export function ListSelect({ label, help, error, lists: shown, first, chosen, onPick }: Props) {
  const { t } = useTranslation("inspector");
  const { lists: known } = useScope();
  const entries = [...(first ? [first] : []), ...shown.flatMap((each) => each.entries)];
  const byKey = new Map(entries.map((entry) => [entry.key, entry]));
  // A select refuses the same entry twice; a workspace need not.
  const once = (some: readonly ListEntry[]) => some.filter((entry) => byKey.get(entry.key) === entry);
  const item = ({ key, name }: ListEntry) => ({ value: key, label: name });
  const [only] = shown;
  const data = [
    ...(first ? [item(first)] : []),
    ...(shown.length === 1 && only
      ? once(only.entries).map(item)
      : shown.map(({ list, entries: inList }) => ({ group: t(list), items: once(inList).map(item) }))),
  ];
  const empty = shown.filter((each) => each.entries.length === 0).map(({ list }) => t(`no_${list}`));
  const note = known ? empty.join(" ") : t("listsUnknown");
  // What is ours is known without asking Intercom.
  const ours = shown.every(({ list }) => isOurs(list));
  const gone = chosen !== null && known !== null && !byKey.has(chosen);
  return (
    <Select
      label={label}
      description={[help, note].filter((words) => words !== undefined && words !== "").join(" ") || undefined}
      error={error ?? (gone && t(ours ? "goneHere" : "gone"))}
      placeholder={gone ? t("chooseReplacement") : chosen !== null ? t("nameUnknown") : t("choose")}
      data={data}
      value={chosen !== null && byKey.has(chosen) ? chosen : null}
      onChange={(key) => key !== null && onPick(key)}
      searchable
      selectFirstOptionOnChange
      allowDeselect={false}
      filter={filter(byKey)}
      maxDropdownHeight={320}
      nothingFoundMessage={t("nothingFound")}
      {...(ours ? {} : { inputContainer: beside(<RefreshLists />) })}
      renderOption={({ option }) => (
        <span className={classes.option}>
          <span>{option.label}</span>
          {byKey.get(option.value)?.detail && <span className={classes.detail}>{byKey.get(option.value)?.detail}</span>}
        </span>
      )}
    />
  );
}
