import { Button, Group, Modal, Stack, Text } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { routes } from "#shared/api/routes.ts";
import type { WorkflowDetail } from "#shared/api/workflows.ts";
import type { Fault } from "#shared/workflow/fault.ts";
import type { Mode } from "#shared/workflow/mode.ts";
import { call } from "../api/call.ts";
import { Refusal, unreachable } from "../api/refusal.ts";
import type { Autosave } from "../draft/autosave.ts";
import { useSetMode } from "../mode/useSetMode.ts";
import { Trouble } from "../ui/Trouble.tsx";
import { budgetNow } from "./budgetNow.ts";
import type { EditorActions } from "./editorActions.ts";
import { FaultList } from "./FaultList.tsx";
import { SavedBallot } from "./SavedBallot.tsx";

interface Props {
  detail: WorkflowDetail;
  faults: readonly Fault[];
  autosave: Autosave;
  actions: EditorActions;
  onClose(): void;
}

/** Says what keeps the draft from being published, or what publishing it will do; then publishes, and offers to turn it on. */
export function PublishDialog({ detail, faults, autosave, actions, onClose }: Props) {
  const { t } = useTranslation("editor");
  const client = useQueryClient();
  const setMode = useSetMode(detail.id);
  const publish = useMutation({
    async mutationFn() {
      if (!(await autosave.flush())) throw unreachable;
      return await call(routes.publish, { params: { id: detail.id }, body: { revision: autosave.revision() } });
    },
    onSuccess: () =>
      Promise.all(
        ["getWorkflow", "listWorkflows", "listVersions"].map((name) => client.invalidateQueries({ queryKey: [name] })),
      ),
  });
  const set = (mode: Mode) => setMode.mutate({ mode }, { onSuccess: onClose });
  const refused = publish.error instanceof Refusal ? (publish.error.problem.faults ?? []) : [];
  const errors = [...faults.filter(({ level }) => level === "error"), ...refused];
  const advice = faults.filter(({ level }) => level === "advice");
  const budget = errors.length === 0 ? budgetNow(actions.current()) : null;
  const next = (detail.liveVersion ?? 0) + 1;
  const go = (fault: Fault) => {
    onClose();
    actions.showFault(fault);
  };

  if (publish.data)
    return (
      <Modal
        opened
        onClose={onClose}
        title={t("publishedTitle", { number: publish.data.number })}
        closeButtonProps={{ "aria-label": t("close") }}
      >
        <Stack>
          <Text>{t(`published_${detail.mode}`, { percent: detail.percent })}</Text>
          {setMode.error && <Trouble error={setMode.error} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t("close")}
            </Button>
            {detail.mode === "off" && (
              <>
                <Button variant="default" disabled={setMode.isPending} onClick={() => set("shadow")}>
                  {t("toShadow")}
                </Button>
                <Button loading={setMode.isPending} onClick={() => set("on")}>
                  {t("turnOn")}
                </Button>
              </>
            )}
          </Group>
        </Stack>
      </Modal>
    );
  return (
    <Modal
      opened
      size={errors.length + advice.length > 0 ? "lg" : "md"}
      onClose={onClose}
      title={errors.length > 0 ? t("publishFaultsTitle") : t("publishTitle", { name: detail.name })}
      closeButtonProps={{ "aria-label": t("close") }}
    >
      <Stack>
        {errors.length > 0 ? (
          <>
            <Text>{t("publishFaults")}</Text>
            <FaultList faults={errors} nameOf={actions.nameOf} onGo={go} />
          </>
        ) : (
          <Text>{next === 1 ? t("publishFirst") : t("publishNext", { number: next })}</Text>
        )}
        {budget && <Text c="dimmed">{t("budget", { ...budget })}</Text>}
        {errors.length === 0 && <Text c="dimmed">{t(`publishWhile_${detail.mode}`, { percent: detail.percent })}</Text>}
        {errors.length === 0 && <SavedBallot workflow={detail.id} autosave={autosave} />}
        {advice.length > 0 && (
          <>
            <Text fw={600}>{t("publishAdvice")}</Text>
            <FaultList faults={advice} nameOf={actions.nameOf} onGo={go} />
          </>
        )}
        {publish.error && refused.length === 0 && <Trouble error={publish.error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {errors.length > 0 ? t("close") : t("cancel")}
          </Button>
          {errors.length === 0 && (
            <Button data-autofocus loading={publish.isPending} onClick={() => publish.mutate()}>
              {t("publishDo", { number: next })}
            </Button>
          )}
        </Group>
      </Stack>
    </Modal>
  );
}
