import { TextInput } from "@mantine/core";
import { type ReactNode, useState } from "react";
import type { Template } from "#shared/template/template.ts";
import { beside } from "../beside.tsx";
import { NumberField } from "../NumberField.tsx";
import { chipFor } from "../text/templateText.ts";
import { TemplateField } from "../text/TemplateField.tsx";
import { useScope } from "../useScope.ts";
import { AddValue } from "../values/AddValue.tsx";

interface Props {
  type: "number" | "date";
  label: string;
  help: string | undefined;
  error: ReactNode;
  /** A day stands as its words, YYYY-MM-DD. */
  value: number | Template | undefined;
  onChange(value: number | Template | undefined): void;
}

const dayIn = (value: Props["value"]): string | null => {
  if (value === undefined) return "";
  const [only, more] = Array.isArray(value) ? value : [];
  return typeof only === "string" && more === undefined && /^\d{4}-\d\d-\d\d$/.test(only) ? only : null;
};

/** A number or a day that is always the same, or one that a value of the conversation says. */
export function FixedOrValue({ type, label, help, error, value, onChange }: Props) {
  const { values } = useScope();
  const day = type === "date" ? dayIn(value) : null;
  const fixed = type === "date" ? day !== null : !Array.isArray(value);
  /** Whether the one control just took the other's place: then the keyboard goes there. */
  const [swapped, setSwapped] = useState(false);
  if (!fixed)
    return (
      <TemplateField
        label={label}
        help={help}
        error={error}
        multiline={false}
        autoFocus={swapped}
        value={Array.isArray(value) ? value : []}
        // Emptied, it is a number or a day to be filled in again.
        onChange={(next) => {
          setSwapped(next.length === 0);
          onChange(next.length === 0 ? undefined : next);
        }}
      />
    );
  const inputContainer = beside(
    <AddValue
      label={label}
      tall
      onPick={(ref) => {
        setSwapped(true);
        onChange([chipFor(ref, values)]);
      }}
    />,
  );
  return type === "date" ? (
    <TextInput
      type="date"
      label={label}
      description={help}
      error={error}
      autoFocus={swapped}
      inputContainer={inputContainer}
      value={day ?? ""}
      onChange={({ currentTarget }) => onChange(currentTarget.value === "" ? undefined : [currentTarget.value])}
    />
  ) : (
    <NumberField
      label={label}
      help={help}
      error={error}
      autoFocus={swapped}
      inputContainer={inputContainer}
      value={typeof value === "number" ? value : undefined}
      onChange={onChange}
    />
  );
}
