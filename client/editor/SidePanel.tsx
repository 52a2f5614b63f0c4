import { useMemo } from "react";
import type { WorkflowDetail } from "#shared/api/workflows.ts";
import type { Where } from "#shared/api/backtests.ts";
import type { Speech } from "#shared/language/speech.ts";
import type { WorkflowDocument, WorkflowNode } from "#shared/workflow/document.ts";
import type { Fault } from "#shared/workflow/fault.ts";
import { CasesPanel } from "../backtest/CasesPanel.tsx";
import { StepCounts } from "../backtest/StepCounts.tsx";
import { useMissing } from "../backtest/useMissing.ts";
import type { Simulation } from "../backtest/useSimulation.ts";
import type { Cards } from "../canvas/card.ts";
import { Inspector } from "../inspector/Inspector.tsx";
import type { EditorActions } from "./editorActions.ts";
import type { EditorView } from "./editorView.ts";
import type { useSample } from "./useSample.ts";

interface Props {
  detail: WorkflowDetail;
  document: WorkflowDocument;
  cards: Cards;
  speech: Speech;
  view: EditorView;
  actions: EditorActions;
  simulation: Simulation;
  sample: ReturnType<typeof useSample>;
  faults: readonly Fault[];
  /** The step whose settings are open. */
  node: WorkflowNode | null;
  onLook(where: Where): void;
  onStep(conversation: string): void;
  onCloseList(): void;
  onCloseSettings(): void;
}

/** At the right of the canvas: the conversations behind a number, else the settings of the step that is selected. */
export function SidePanel(props: Props) {
  const { detail, document, cards, speech, view, actions, simulation, sample, faults, node } = props;
  const { on } = simulation;
  const id = node?.id ?? "";
  const missing = useMissing(simulation, id, speech.language);
  const nodeFaults = useMemo(() => faults.filter((fault) => fault.node === id), [faults, id]);
  if (view.looking && on)
    return (
      <CasesPanel
        simulation={simulation}
        where={view.looking}
        cards={cards}
        speech={speech}
        last={view.stepped}
        onChoose={props.onStep}
        onClose={props.onCloseList}
      />
    );
  const card = cards.get(id);
  if (!node) return null;
  return (
    <Inspector
      workflow={detail.id}
      document={document}
      node={node}
      faults={nodeFaults}
      facts={sample.facts}
      missing={missing}
      above={card && <StepCounts simulation={simulation} card={card} speech={speech} onOpen={props.onLook} />}
      focusField={view.focusField?.node === node.id ? view.focusField : null}
      onConfig={(config) => actions.setConfig(node.id, config)}
      onName={(name) => actions.rename(node.id, name)}
      onNote={(note) => actions.remark(node.id, note)}
      onOnce={(once) => actions.setOnce(node.id, once)}
      onOnFail={(onFail) => actions.setOnFail(node.id, onFail)}
      onClose={props.onCloseSettings}
    />
  );
}
