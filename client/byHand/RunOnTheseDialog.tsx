import { Select } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { WorkflowSummary } from "#shared/api/workflows.ts";
import { ByHandModal } from "./ByHandModal.tsx";
import { useRunByHand } from "./useRunByHand.ts";

interface Props {
  /** Those that can be run on conversations, at least one. */
  workflows: readonly WorkflowSummary[];
  conversations: readonly string[];
  /** `done`: it was run on all of them. */
  onClose: (done: boolean) => void;
}

/** Chooses which workflow runs on conversations that were ticked elsewhere. */
export function RunOnTheseDialog({ workflows, conversations, onClose }: Props) {
  const { t } = useTranslation("byHand");
  const [chosen, setChosen] = useState(workflows[0]?.id ?? "");
  const hand = useRunByHand();
  const count = conversations.length;
  return (
    <ByHandModal
      title={t("onTheseTitle", { count })}
      hand={hand}
      action={t("run_conversation", { count })}
      ready
      onRun={() => hand.run.mutate({ workflow: chosen, kind: "conversation", ids: conversations })}
      onClose={() => onClose(hand.run.isSuccess)}
    >
      <Select
        label={t("workflow")}
        data={workflows.map(({ id, name }) => ({ value: id, label: name }))}
        value={chosen}
        onChange={(next) => next !== null && setChosen(next)}
        allowDeselect={false}
        data-autofocus
      />
    </ByHandModal>
  );
}
