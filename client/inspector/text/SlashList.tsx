import { Combobox, useCombobox } from "@mantine/core";
import { type Editor } from "@tiptap/core";
import { exitSuggestion } from "@tiptap/suggestion";
import { useLayoutEffect, useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import { useScope } from "../useScope.ts";
import { searchValues } from "../values/searchValues.ts";
import { ValueList } from "../values/ValueList.tsx";
import type { SlashMenu } from "./slash.ts";
import { chipAttributes, chipFor } from "./templateText.ts";

interface Props {
  editor: Editor;
  menu: SlashMenu;
}

/** The values that fit what was typed after "/", at the caret. The keyboard stays in the text. */
export function SlashList({ editor, menu }: Props) {
  const { t } = useTranslation("inspector");
  const { values, speech } = useScope();
  const slash = useSyncExternalStore(menu.subscribe, menu.now);
  const groups = slash ? searchValues(values, slash.query, speech.language) : [];
  // With nothing to offer, "/" is a word like any other, and Enter a new line.
  const opened = groups.length > 0;
  const combobox = useCombobox({ opened, onOpenedChange: (next) => next || exitSuggestion(editor.view) });
  const { selectFirstOption, selectNextOption, selectPreviousOption, clickSelectedOption } = combobox;
  const query = slash?.query;
  // The options are in the page only now. The keyboard stays in the text, so the text says which of them is meant. It is not asked for
  // while drawing: the editor has none yet where React was interrupted before it put this on screen.
  useLayoutEffect(() => {
    if (!opened) return;
    const { dom } = editor.view;
    const mean = (option: string | null) => option !== null && dom.setAttribute("aria-activedescendant", option);
    const keys: Record<string, () => void> = {
      ArrowDown: () => mean(selectNextOption()),
      ArrowUp: () => mean(selectPreviousOption()),
      Enter: clickSelectedOption,
      Tab: clickSelectedOption,
    };
    const stop = menu.answerKeys((event) => {
      const act = event.isComposing ? undefined : keys[event.key];
      act?.();
      return act !== undefined;
    });
    return () => {
      stop();
      dom.removeAttribute("aria-activedescendant");
    };
  }, [menu, editor, opened, selectNextOption, selectPreviousOption, clickSelectedOption]);
  useLayoutEffect(() => {
    const first = opened ? selectFirstOption() : null;
    if (first !== null) editor.view.dom.setAttribute("aria-activedescendant", first);
  }, [editor, opened, query, selectFirstOption]);
  if (!slash) return null;
  const { left, top, bottom, range } = slash;
  return (
    <Combobox
      store={combobox}
      width={320}
      shadow="md"
      position="bottom-start"
      onOptionSubmit={(ref) =>
        editor
          .chain()
          .focus()
          .insertContentAt(range, { type: "chip", attrs: chipAttributes(chipFor(ref, values)) })
          .run()
      }
    >
      <Combobox.DropdownTarget>
        <span
          aria-hidden
          style={{ position: "absolute", left, top, height: bottom - top, width: 1, pointerEvents: "none" }}
        />
      </Combobox.DropdownTarget>
      <Combobox.Dropdown onMouseDown={(event) => event.preventDefault()}>
        <ValueList groups={groups} chosen={null} label={t("values")} scrollable />
      </Combobox.Dropdown>
    </Combobox>
  );
}
