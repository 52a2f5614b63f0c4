import { useTranslation } from "react-i18next";
import { Region, type Workspace } from "#shared/api/connection.ts";
import { Facts } from "../ui/Facts.tsx";

interface Props {
  workspace: Workspace;
  /** Where it was connected; Intercom's own word for it stands in before that. */
  region: Region | null;
}

export function WorkspaceFacts({ workspace, region }: Props) {
  const { t } = useTranslation("connections");
  const told = Region.safeParse(region ?? workspace.region.toLowerCase());
  return (
    <Facts
      facts={[
        [t("workspace"), workspace.name],
        [t("region"), told.success ? t(told.data) : workspace.region],
        [t("teammate"), `${workspace.teammate.name} (${workspace.teammate.email})`],
        [t("timezone"), workspace.timezone],
      ]}
    />
  );
}
