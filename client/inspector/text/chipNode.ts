import { mergeAttributes, Node } from "@tiptap/core";
import { NodeSelection } from "@tiptap/pm/state";
import { ReactNodeViewRenderer } from "@tiptap/react";
import { ChipView } from "./ChipView.tsx";

const attribute = (name: string, absent: string | null) => ({
  default: absent,
  parseHTML: (element: HTMLElement) => element.getAttribute(name) ?? absent,
  renderHTML: () => ({}),
});

/** A value within a text. Enter opens what there is to say about it; Backspace and Delete take it out whole. */
export const chipNode = Node.create({
  name: "chip",
  priority: 200,
  group: "inline",
  inline: true,
  atom: true,
  addAttributes: () => ({
    ref: attribute("data-value", ""),
    fallback: attribute("data-fallback", null),
    format: attribute("data-format", null),
  }),
  parseHTML: () => [{ tag: "span[data-value]" }],
  renderHTML: ({ node, HTMLAttributes }) => [
    "span",
    mergeAttributes(HTMLAttributes, {
      "data-value": String(node.attrs["ref"]),
      ...(node.attrs["fallback"] === null ? {} : { "data-fallback": String(node.attrs["fallback"]) }),
      ...(node.attrs["format"] === null ? {} : { "data-format": String(node.attrs["format"]) }),
    }),
  ],
  addNodeView: () => ReactNodeViewRenderer(ChipView, { as: "span" }),
  addKeyboardShortcuts() {
    return {
      Enter: ({ editor }) => {
        const { selection } = editor.state;
        if (!(selection instanceof NodeSelection) || selection.node.type.name !== "chip") return false;
        const element = editor.view.nodeDOM(selection.from);
        const chip = element instanceof HTMLElement ? element.querySelector("[data-chip]") : null;
        if (chip instanceof HTMLElement) chip.click();
        return true;
      },
      // Browsers differ in how they take out what cannot be edited.
      Backspace: ({ editor }) => {
        const { empty, $from } = editor.state.selection;
        const before = $from.nodeBefore;
        return (
          empty &&
          before?.type.name === "chip" &&
          editor.commands.deleteRange({ from: $from.pos - before.nodeSize, to: $from.pos })
        );
      },
    };
  },
});
