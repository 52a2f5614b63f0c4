import { ActionIcon, Tooltip } from "@mantine/core";
import { RefreshCw, TriangleAlert } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Refusal, unreachable } from "../../api/refusal.ts";
import { useLanguage } from "../../i18n/useLanguage.ts";
import { useRefreshLists } from "./useRefreshLists.ts";

/** Fetches the workspace's lists again; what came in the way is told where the pointer is. */
export function RefreshLists() {
  const { t } = useTranslation("inspector");
  const { pick } = useLanguage();
  const refresh = useRefreshLists();
  const problem = refresh.isError ? (refresh.error instanceof Refusal ? refresh.error : unreachable).problem : null;
  const words = problem ? `${pick(problem.what)} ${pick(problem.todo)}` : t("refreshLists");
  return (
    <Tooltip label={words} multiline maw={280} events={{ hover: true, focus: true, touch: false }}>
      <ActionIcon
        variant="default"
        size={36}
        aria-label={words}
        loading={refresh.isPending}
        onClick={() => refresh.mutate()}
      >
        {problem ? <TriangleAlert size={16} color="var(--sb-warn)" aria-hidden /> : <RefreshCw size={16} aria-hidden />}
      </ActionIcon>
    </Tooltip>
  );
}
