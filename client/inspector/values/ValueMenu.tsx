import { Combobox, useCombobox } from "@mantine/core";
import { type ReactElement, useLayoutEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useScope } from "../useScope.ts";
import { searchValues } from "./searchValues.ts";
import { ValueList } from "./ValueList.tsx";

interface Props {
  chosen?: string | null;
  onPick(ref: string): void;
  /** The button that opens the list. */
  children(toggle: () => void): ReactElement;
  /** Where the keyboard goes when a value was picked: back to the button, or wherever the picking leads. */
  focusBack?: boolean;
}

/** A list of values with a search, opened by a button. */
export function ValueMenu({ chosen = null, onPick, children, focusBack = true }: Props) {
  const { t } = useTranslation("inspector");
  const { values, speech } = useScope();
  const [typed, setTyped] = useState("");
  const combobox = useCombobox({
    onDropdownOpen: () => {
      combobox.focusSearchInput();
      combobox.updateSelectedOptionIndex("active", { scrollIntoView: true });
    },
    onDropdownClose: (source) => {
      combobox.resetSelectedOption();
      setTyped("");
      if (source === "keyboard") combobox.focusTarget();
    },
  });
  const groups = combobox.dropdownOpened ? searchValues(values, typed, speech.language) : [];
  const { selectFirstOption } = combobox;
  // What is typed leads to the first that fits: Enter takes it. The options are in the page only now.
  useLayoutEffect(() => {
    if (typed !== "") selectFirstOption();
  }, [typed, selectFirstOption]);
  return (
    <Combobox
      store={combobox}
      width={320}
      shadow="md"
      position="bottom-start"
      onOptionSubmit={(ref) => {
        onPick(ref);
        combobox.closeDropdown();
        if (focusBack) combobox.focusTarget();
      }}
    >
      <Combobox.Target targetType="button">{children(() => combobox.toggleDropdown())}</Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Search
          role="combobox"
          aria-expanded
          value={typed}
          placeholder={t("searchValues")}
          aria-label={t("searchValues")}
          onChange={({ currentTarget }) => setTyped(currentTarget.value)}
        />
        <ValueList groups={groups} chosen={chosen} label={t("values")} />
      </Combobox.Dropdown>
    </Combobox>
  );
}
