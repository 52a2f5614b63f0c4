import { Button, Title } from "@mantine/core";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import type { WorkflowTemplate } from "#shared/templates/workflowTemplate.ts";
import type { Lists } from "#shared/workspace/lists.ts";
import { useLanguage } from "../i18n/useLanguage.ts";
import { NodeIcon } from "../ui/NodeIcon.tsx";
import { NeedList } from "./NeedList.tsx";
import classes from "./TemplateCard.module.css";

interface Props {
  template: WorkflowTemplate;
  /** Null until they are known. */
  lists: Lists | null;
  disabled: boolean;
  onUse: () => void;
}

export function TemplateCard({ template, lists, disabled, onUse }: Props) {
  const { t } = useTranslation("templates");
  const { pick } = useLanguage();
  const id = useId();
  return (
    <li className={classes.card} aria-labelledby={id}>
      <div className={classes.head}>
        <span className={classes.icon}>
          <NodeIcon name={template.icon} size={20} />
        </span>
        <Title order={3} id={id} className={classes.name ?? ""}>
          {pick(template.name)}
        </Title>
      </div>
      <p className={classes.sentence}>{pick(template.sentence)}</p>
      <h4 className={classes.label}>{t("needs")}</h4>
      <NeedList needs={template.needs} lists={lists} />
      <h4 className={classes.label}>{t("examples")}</h4>
      <ul className={classes.examples}>
        {template.examples.map((example) => (
          <li key={example.result.en}>
            {"says" in example ? <q>{pick(example.says)}</q> : <span>{pick(example.when)}</span>}
            <span className={classes.result}>{pick(example.result)}</span>
          </li>
        ))}
      </ul>
      <Button
        className={classes.use ?? ""}
        variant="default"
        disabled={disabled}
        aria-label={t("useNamed", { name: pick(template.name) })}
        onClick={onUse}
      >
        {t("use")}
      </Button>
    </li>
  );
}
