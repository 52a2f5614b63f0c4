import type { Past } from "#shared/archive/past.ts";
import { fold } from "#shared/language/text.ts";
import { findField } from "#shared/template/findField.ts";

/** What a conversation has beside its words: the channel it came by, and its attributes. */
export type Trait =
  | { kind: "channel"; channel: string }
  | { kind: "attribute"; name: string; value: string; isList: boolean };

/** An attribute that the workspace has, which a condition can therefore go by. */
export interface KnownAttribute {
  name: string;
  isList: boolean;
}

const channelOptions = findField("conversation.channel", null)?.options;
/** Those that have a name. */
const channels = new Set(
  channelOptions && "fixed" in channelOptions ? channelOptions.fixed.map(({ value }) => value) : [],
);

const longestValue = 60;

/** The same for the same, as conditions compare: texts without regard to case, choices exactly. */
export const traitKey = (trait: Trait): string =>
  trait.kind === "channel"
    ? `channel ${trait.channel}`
    : `attribute ${trait.name} ${trait.isList ? trait.value : fold(trait.value).trim()}`;

export function traitsOf({ base }: Past, known: readonly KnownAttribute[]): Trait[] {
  const attributes = known.flatMap(({ name, isList }): Trait[] => {
    const value = Object.hasOwn(base.attributes, name) ? base.attributes[name] : null;
    const isShort = typeof value === "string" && value !== "" && value.length <= longestValue;
    return isShort ? [{ kind: "attribute", name, value, isList }] : [];
  });
  return channels.has(base.channel) ? [{ kind: "channel", channel: base.channel }, ...attributes] : attributes;
}
