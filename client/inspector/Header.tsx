import { CloseButton, TextInput, VisuallyHidden } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { NodeType } from "#shared/nodes/define.ts";
import { useLanguage } from "../i18n/useLanguage.ts";
import { NodeIcon } from "../ui/NodeIcon.tsx";
import classes from "./Inspector.module.css";

interface Props {
  /** Undefined for a kind of step that does not exist here. */
  spec: NodeType | undefined;
  name: string | undefined;
  onName(name: string | undefined): void;
  onClose(): void;
}

/** What the step is called, its kind where it has a name of its own, and what such a step does. */
export function Header({ spec, name, onName, onClose }: Props) {
  const { t } = useTranslation("inspector");
  const { pick } = useLanguage();
  const kind = spec ? pick(spec.label) : t("unknownKind");
  return (
    <header className={classes.header}>
      <div className={classes.title}>
        {spec && (
          <span className={classes.icon} style={{ color: `var(--sb-${spec.group})` }}>
            <NodeIcon name={spec.icon} size={18} />
          </span>
        )}
        <TextInput
          className={classes.name ?? ""}
          classNames={{ input: classes.nameInput ?? "" }}
          aria-label={t("name")}
          placeholder={kind}
          title={t("nameHelp")}
          autoComplete="off"
          maxLength={120}
          value={name ?? ""}
          onChange={({ currentTarget: { value } }) => onName(value.trim() === "" ? undefined : value)}
        />
        <CloseButton aria-label={t("close")} onClick={onClose} />
      </div>
      {name === undefined ? (
        <VisuallyHidden component="h2">{kind}</VisuallyHidden>
      ) : (
        <h2 className={classes.kind}>{kind}</h2>
      )}
      {spec && <p className={classes.help}>{pick(spec.help)}</p>}
    </header>
  );
}
