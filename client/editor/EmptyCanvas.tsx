import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { nodeTypes } from "#shared/integrations/manifest.ts";
import { useLanguage } from "../i18n/useLanguage.ts";
import { NodeIcon } from "../ui/NodeIcon.tsx";
import classes from "./EmptyCanvas.module.css";

/** The first of the palette are those that most workflows start with. */
const triggers = nodeTypes.filter(({ kind }) => kind === "trigger").slice(0, 3);

/** What an empty drawing offers. */
export function EmptyCanvas({ onAdd }: { onAdd(type: string): void }) {
  const { t } = useTranslation("editor");
  const { pick } = useLanguage();
  return (
    <div className={classes.empty}>
      <div className={classes.offer}>
        <h2 className={classes.title}>{t("emptyTitle")}</h2>
        <p className={classes.text}>{t("emptyText")}</p>
        {triggers.map((trigger) => (
          <Button
            key={trigger.type}
            variant="default"
            size="md"
            fullWidth
            fw={500}
            justify="flex-start"
            leftSection={
              <span className={classes.icon}>
                <NodeIcon name={trigger.icon} size={20} />
              </span>
            }
            onClick={() => onAdd(trigger.type)}
          >
            {pick(trigger.label)}
          </Button>
        ))}
        <p className={classes.text}>{t("emptyMore")}</p>
      </div>
    </div>
  );
}
