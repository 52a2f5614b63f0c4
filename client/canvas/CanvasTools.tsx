import { ActionIcon, Tooltip } from "@mantine/core";
import { Panel, useReactFlow } from "@xyflow/react";
import { Maximize, ZoomIn, ZoomOut } from "lucide-react";
import { useTranslation } from "react-i18next";
import classes from "./FlowCanvas.module.css";
import { fitting } from "./fitting.ts";

/** Zoom, and the whole drawing at once. */
export function CanvasTools() {
  const { t } = useTranslation("editor");
  const flow = useReactFlow();
  const tools = [
    { name: t("zoomIn"), Icon: ZoomIn, act: () => void flow.zoomIn() },
    { name: t("zoomOut"), Icon: ZoomOut, act: () => void flow.zoomOut() },
    { name: t("zoomFit"), Icon: Maximize, act: () => void flow.fitView(fitting) },
  ];
  return (
    <Panel position="bottom-left">
      <div className={classes.tools} role="group" aria-label={t("view")}>
        {tools.map(({ name, Icon, act }) => (
          <Tooltip key={name} label={name}>
            <ActionIcon variant="subtle" color="gray" aria-label={name} onClick={act}>
              <Icon size={18} aria-hidden />
            </ActionIcon>
          </Tooltip>
        ))}
      </div>
    </Panel>
  );
}
