import { Button, Group } from "@mantine/core";
import { CircleCheck } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ConnectionStatus } from "#shared/api/connection.ts";
import { useOperation } from "../api/useOperation.ts";
import { useLanguage } from "../i18n/useLanguage.ts";
import { Callout } from "../ui/Callout.tsx";
import { Card } from "../ui/Card.tsx";
import { ConnectForm } from "./ConnectForm.tsx";
import classes from "./Connections.module.css";
import { DisconnectDialog } from "./DisconnectDialog.tsx";
import { MayNot } from "./MayNot.tsx";
import { WorkspaceFacts } from "./WorkspaceFacts.tsx";

/** The connected workspace, what is wrong with it, and the ways to change or leave it. */
export function RealCard({ status: { workspace, region, trouble } }: { status: ConnectionStatus }) {
  const { t } = useTranslation("connections");
  const { t: frame } = useTranslation();
  const { pick } = useLanguage();
  const { data: operation } = useOperation();
  const held = operation?.held ?? null;
  const [leaving, setLeaving] = useState(false);
  const [changing, setChanging] = useState(false);
  return (
    <Card title={t("realTitle")}>
      {held ? (
        <Callout tone="bad" title={held.why === "away" ? frame("awayTitle") : frame("refusedTitle")}>
          {operation && operation.heldUp > 0 && <p>{frame("heldRuns", { count: operation.heldUp })}</p>}
          {held.why === "refused" && <p>{t("troubleDo")}</p>}
        </Callout>
      ) : trouble ? (
        <Callout tone="bad" title={pick(trouble)}>
          <p>{t("troubleDo")}</p>
        </Callout>
      ) : (
        <p className={classes.good}>
          <CircleCheck size={16} aria-hidden />
          {t("answers")}
        </p>
      )}
      {workspace && <WorkspaceFacts workspace={workspace} region={region} />}
      {workspace && <MayNot missing={workspace.missing} />}
      <Group>
        <Button variant="default" aria-expanded={changing} onClick={() => setChanging(!changing)}>
          {t("changeToken")}
        </Button>
        <Button variant="default" onClick={() => setLeaving(true)}>
          {t("disconnect")}
        </Button>
      </Group>
      {changing && <ConnectForm />}
      {leaving && <DisconnectDialog onClose={() => setLeaving(false)} />}
    </Card>
  );
}
