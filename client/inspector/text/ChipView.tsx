import { Popover } from "@mantine/core";
import { type NodeViewProps, NodeViewWrapper } from "@tiptap/react";
import { TriangleAlert } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useScope } from "../useScope.ts";
import { ChipForm } from "./ChipForm.tsx";
import classes from "./TemplateEditor.module.css";
import { chipAttributes, chipOf } from "./templateText.ts";

/** A value by its name, within a text. */
export function ChipView({ node, selected, editor, getPos, updateAttributes, deleteNode }: NodeViewProps) {
  const { t } = useTranslation("backtest");
  const { speech, values, missing } = useScope();
  const [opened, setOpened] = useState(false);
  const chip = chipOf(node.attrs);
  const share = chip && !chip.fallback ? missing.get(chip.ref) : undefined;
  const gone = !chip || !values.some(({ ref }) => ref === chip.ref);
  /** The keyboard goes on behind the chip, or where it stood. */
  const goBack = () => {
    const at = getPos();
    if (at !== undefined) editor.commands.focus(at + 1);
  };
  return (
    <NodeViewWrapper as="span">
      <Popover
        opened={opened}
        onChange={setOpened}
        position="bottom-start"
        width={300}
        shadow="md"
        trapFocus
        withRoles={false}
        onDismiss={goBack}
      >
        <Popover.Target>
          <span
            data-chip
            className={`${classes.chip} ${gone ? classes.gone : ""}`}
            data-selected={selected || opened || undefined}
            onClick={() => setOpened(!opened)}
          >
            {gone && <TriangleAlert size={12} aria-hidden className={classes.goneIcon} />}
            {speech.label(chip?.ref ?? "")}
            {share !== undefined && <span className={classes.missing}>{t("missingShort", { share })}</span>}
          </span>
        </Popover.Target>
        <Popover.Dropdown>
          {opened && (
            <ChipForm
              chip={chip}
              onChange={(next) => updateAttributes(chipAttributes(next))}
              onClose={() => {
                setOpened(false);
                goBack();
              }}
              onRemove={() => {
                const at = getPos();
                deleteNode();
                editor.commands.focus(at);
              }}
            />
          )}
        </Popover.Dropdown>
      </Popover>
    </NodeViewWrapper>
  );
}
