import { Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { ArrowRight, FilePlus2 } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { firstTemplates } from "#shared/templates/manifest.ts";
import { query } from "../api/query.ts";
import type { useCreateWorkflow } from "../api/useCreateWorkflow.ts";
import { useLanguage } from "../i18n/useLanguage.ts";
import { NodeIcon } from "../ui/NodeIcon.tsx";
import classes from "./StartHere.module.css";

/** What stands on the list before there is a workflow: a blank one, three templates, and the way to all of them. */
export function StartHere({ create }: { create: ReturnType<typeof useCreateWorkflow> }) {
  const { t } = useTranslation("workflows");
  const { language, pick } = useLanguage();
  const known = useQuery(query("getLists", {}));
  const lists = known.data?.lists ?? null;
  return (
    <section aria-labelledby="start-here">
      <Title order={2} id="start-here" className={classes.title ?? ""}>
        {t("startTitle")}
      </Title>
      <p className={classes.help}>{t("startHelp")}</p>
      <ul className={classes.cards}>
        <Card
          icon={<FilePlus2 size={20} aria-hidden />}
          name={t("blankName")}
          help={t("blankHelp")}
          disabled={create.isPending}
          onChoose={() => create.mutate({ name: t("untitled") })}
        />
        {firstTemplates.map((template) => (
          <Card
            key={template.id}
            icon={<NodeIcon name={template.icon} size={20} />}
            name={pick(template.name)}
            help={pick(template.sentence)}
            disabled={create.isPending || known.isPending}
            onChoose={() => create.mutate({ name: pick(template.name), document: template.document(language, lists) })}
          />
        ))}
      </ul>
      <p className={classes.all}>
        <Link to="/templates" className={classes.allLink ?? ""}>
          {t("allTemplates")}
          <ArrowRight size={16} aria-hidden />
        </Link>
      </p>
    </section>
  );
}

interface CardProps {
  icon: ReactNode;
  name: string;
  help: string;
  disabled: boolean;
  onChoose: () => void;
}

function Card({ icon, name, help, disabled, onChoose }: CardProps) {
  return (
    <li>
      <button type="button" className={classes.card} disabled={disabled} onClick={onChoose}>
        <span className={classes.icon}>{icon}</span>
        <span className={classes.name}>{name}</span>
        <span className={classes.text}>{help}</span>
      </button>
    </li>
  );
}
