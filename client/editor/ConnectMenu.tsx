import { Select, Stack, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { shorten } from "#shared/language/text.ts";
import type { WorkflowDocument } from "#shared/workflow/document.ts";
import type { Card, Cards } from "../canvas/card.ts";
import { lineAt } from "../draft/edits.ts";
import type { EditorActions } from "./editorActions.ts";
import { AtPlace } from "./AtPlace.tsx";

interface Props {
  document: WorkflowDocument;
  cards: Cards;
  card: Card;
  box: DOMRect | null;
  actions: EditorActions;
  onClose(): void;
}

/** Where each exit of a step leads, as lists to choose from: lines without a pointer. */
export function ConnectMenu({ document, cards, card, box, actions, onClose }: Props) {
  const { t } = useTranslation("editor");
  const targets = (outlet: string) =>
    [...cards.values()]
      .filter(({ id, kind }) => kind !== "trigger" && actions.mayConnect({ from: card.id, outlet, to: id }, null))
      .map(({ id, name, sentence }) => ({ value: id, label: `${name}: ${shorten(sentence, 60)}` }));
  const lead = (outlet: string, to: string | null) =>
    to === null ? actions.disconnect({ from: card.id, outlet }) : actions.join({ from: card.id, outlet, to }, null);
  return (
    <AtPlace
      at={{ x: box?.left ?? 0, y: box?.bottom ?? 0 }}
      width={320}
      label={t("connectTitle", { step: card.name })}
      onClose={onClose}
    >
      <Stack gap="sm">
        <Text fw={600}>{t("connectTitle", { step: card.name })}</Text>
        {card.exits.map((exit, index) => (
          <Select
            key={exit.id}
            label={card.exits.length > 1 ? t("connectExit", { exit: exit.label }) : t("connectNext")}
            placeholder={t("connectNothing")}
            {...(index === 0 ? { "data-autofocus": true } : {})}
            searchable
            clearable
            clearButtonProps={{ "aria-label": t("connectClear") }}
            nothingFoundMessage={t("connectNoTarget")}
            comboboxProps={{ withinPortal: false }}
            data={targets(exit.id)}
            value={lineAt(document, { from: card.id, outlet: exit.id })?.to ?? null}
            onChange={(to) => lead(exit.id, to)}
          />
        ))}
        {card.exits.length === 0 && <Text c="dimmed">{t("connectNoExit")}</Text>}
      </Stack>
    </AtPlace>
  );
}
