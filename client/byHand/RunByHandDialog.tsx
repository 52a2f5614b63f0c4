import { SegmentedControl } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { WorkflowSummary } from "#shared/api/workflows.ts";
import type { Findable } from "#shared/events/event.ts";
import { ByHandModal } from "./ByHandModal.tsx";
import { type Chosen, SubjectPicker } from "./SubjectPicker.tsx";
import { useRunByHand } from "./useRunByHand.ts";

interface Props {
  workflow: Pick<WorkflowSummary, "id" | "name" | "byHand">;
  onClose: () => void;
}

const none: Chosen = new Map();

/** Runs one workflow on what is found and ticked here. */
export function RunByHandDialog({ workflow: { id, name, byHand }, onClose }: Props) {
  const { t } = useTranslation("byHand");
  const [kind, setKind] = useState<Findable>(byHand[0] ?? "conversation");
  const [chosen, setChosen] = useState(none);
  const hand = useRunByHand();
  return (
    <ByHandModal
      wide
      title={t("title", { name })}
      hand={hand}
      action={chosen.size === 0 ? t("run") : t(`run_${kind}`, { count: chosen.size })}
      ready={chosen.size > 0}
      onRun={() => hand.run.mutate({ workflow: id, kind, ids: [...chosen.keys()] })}
      onClose={onClose}
    >
      {byHand.length > 1 && (
        <SegmentedControl
          aria-label={t("kind")}
          data={byHand.map((each) => ({ value: each, label: t(each) }))}
          value={kind}
          onChange={(next) => {
            setKind(byHand.find((each) => each === next) ?? kind);
            setChosen(none);
          }}
        />
      )}
      <SubjectPicker key={kind} kind={kind} chosen={chosen} onChange={setChosen} />
    </ByHandModal>
  );
}
