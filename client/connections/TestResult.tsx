import { useTranslation } from "react-i18next";
import type { Workspace } from "#shared/api/connection.ts";
import { Callout } from "../ui/Callout.tsx";
import { MayNot } from "./MayNot.tsx";
import { WorkspaceFacts } from "./WorkspaceFacts.tsx";

/** Whom a token belongs to, before anything is saved. */
export function TestResult({ workspace }: { workspace: Workspace }) {
  const { t } = useTranslation("connections");
  return (
    <div role="status">
      <Callout tone="good" title={t("tested")}>
        <WorkspaceFacts workspace={workspace} region={null} />
        <MayNot missing={workspace.missing} />
      </Callout>
    </div>
  );
}
