import { type ReactNode, useMemo, useState } from "react";
import type { Facts } from "#shared/events/facts.ts";
import { registry } from "#shared/integrations/manifest.ts";
import type { Json } from "#shared/nodes/define.ts";
import { formOf } from "#shared/nodes/form.ts";
import type { WorkflowDocument, WorkflowNode } from "#shared/workflow/document.ts";
import type { Fault } from "#shared/workflow/fault.ts";
import { valuesInScope } from "#shared/workflow/valuesInScope.ts";
import { useLanguage } from "../i18n/useLanguage.ts";
import { useLists, useSpeech } from "../i18n/useSpeech.ts";
import { FaultText } from "./FaultText.tsx";
import { Header } from "./Header.tsx";
import { HowOften } from "./HowOften.tsx";
import { useLastCalls } from "./hooks/useLastCalls.ts";
import classes from "./Inspector.module.css";
import { OnFail } from "./OnFail.tsx";
import { Preview } from "./Preview.tsx";
import { Scope } from "./scope.ts";
import { SettingsForm } from "./SettingsForm.tsx";
import { StepNote } from "./StepNote.tsx";

export interface InspectorProps {
  /** The id of the workflow. */
  workflow: string;
  document: WorkflowDocument;
  node: WorkflowNode;
  /** Of this step only. */
  faults: readonly Fault[];
  /** Of the sample conversation chosen below the canvas. */
  facts: Facts | null;
  /** Values that were not there in past conversations, by reference: in what part of them, "12%". */
  missing: ReadonlyMap<string, string>;
  /** Above the form. */
  above?: ReactNode;
  /** Brings a setting into view and puts the keyboard there; a new `nonce` asks again. */
  focusField?: { field: string; nonce: number } | null;
  onConfig(config: Record<string, Json>): void;
  onName(name: string | undefined): void;
  onNote(note: string | undefined): void;
  onOnce(once: WorkflowNode["once"]): void;
  onOnFail(onFail: WorkflowNode["onFail"]): void;
  onClose(): void;
}

/** The settings of one step. The document is the state: every change goes there at once, however incomplete. */
export function Inspector({
  workflow,
  document,
  node,
  faults,
  facts,
  missing,
  above,
  focusField,
  onConfig,
  onName,
  onNote,
  onOnce,
  onOnFail,
  onClose,
}: InspectorProps): ReactNode {
  const { pick } = useLanguage();
  const lists = useLists();
  const speech = useSpeech(document);
  const [now] = useState(Date.now);
  const spec = registry.get(node.type);
  const values = useMemo(() => valuesInScope(document, node.id, registry, lists), [document, node.id, lists]);
  const inputs = useLastCalls(workflow, document);
  const scope = useMemo(
    () => ({
      step: { workflow, node: node.id },
      facts: inputs ? { ...facts, inputs } : facts,
      now,
      lists,
      speech,
      values,
      missing,
    }),
    [workflow, node.id, facts, inputs, now, lists, speech, values, missing],
  );
  const fields = useMemo(() => (spec ? formOf(spec.config) : []), [spec]);
  const known = new Set(fields.map(({ key }) => key));
  const complete = !faults.some(({ level, field }) => level === "error" && field !== undefined);
  const whole = faults.filter(({ field }) => field === undefined || !known.has(field));
  return (
    <Scope value={scope}>
      {/* Half-typed numbers and open lists belong to one step. */}
      <section key={node.id} className={classes.panel} aria-label={node.name ?? (spec ? pick(spec.label) : node.type)}>
        <Header spec={spec} name={node.name} onName={onName} onClose={onClose} />
        {above}
        <div className={classes.form}>
          {whole.length > 0 && (
            <div>
              <FaultText faults={whole} />
            </div>
          )}
          <SettingsForm
            fields={fields}
            config={node.config}
            faults={faults}
            focusField={focusField ?? null}
            onConfig={onConfig}
          />
          {spec && <HowOften spec={spec} value={node.once} onChange={onOnce} />}
          {spec?.kind === "action" && <OnFail value={node.onFail} onChange={onOnFail} />}
          <StepNote value={node.note} onChange={onNote} />
          {spec && <Preview spec={spec} fields={fields} config={node.config} complete={complete} />}
        </div>
      </section>
    </Scope>
  );
}
