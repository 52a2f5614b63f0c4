import { lazy, type ReactNode, Suspense, useId } from "react";
import { isChip, type Template } from "#shared/template/template.ts";
import { FieldGroup } from "../FieldGroup.tsx";
import { useScope } from "../useScope.ts";
import classes from "./TemplateEditor.module.css";

/** The editor is a large part of the client: it comes with the first text that is shown. */
const TemplateEditor = lazy(async () => ({ default: (await import("./TemplateEditor.tsx")).TemplateEditor }));

interface Props {
  label: string;
  help: string | undefined;
  error: ReactNode;
  multiline: boolean;
  value: Template;
  /** It came in the place of another control that had the keyboard. */
  autoFocus?: boolean;
  onChange(value: Template): void;
}

export function TemplateField({ label, help, error, multiline, value, autoFocus = false, onChange }: Props) {
  const id = useId();
  const { speech } = useScope();
  const waiting = value.map((part) => (isChip(part) ? speech.label(part.ref) : part)).join("");
  return (
    <FieldGroup id={id} label={label} help={help} error={error}>
      <Suspense
        fallback={
          <div aria-busy className={`${classes.box} ${multiline ? classes.tall : ""}`}>
            <div className={`${classes.text} ${classes.loading}`}>{waiting}</div>
          </div>
        }
      >
        <TemplateEditor
          label={label}
          describedBy={error ? `${id}-error` : undefined}
          multiline={multiline}
          value={value}
          autoFocus={autoFocus}
          onChange={onChange}
        />
      </Suspense>
    </FieldGroup>
  );
}
