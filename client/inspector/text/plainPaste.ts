import { Fragment, Slice } from "@tiptap/pm/model";
import type { EditorProps } from "@tiptap/pm/view";

/**
 * What is pasted comes in as plain words, each line a line. Only what was copied in such an editor brings its values along:
 * ProseMirror marks it so.
 */
export const plainPaste = (multiline: boolean, nameOf: (ref: string) => string): EditorProps => ({
  clipboardTextParser(text, $context) {
    const { paragraph } = $context.doc.type.schema.nodes;
    if (!paragraph) return Slice.empty;
    const lines = multiline ? text.split(/\r\n?|\n/) : [text.replaceAll(/\s*[\r\n]+\s*/g, " ")];
    const nodes = lines.map((line) => paragraph.create(null, line === "" ? null : paragraph.schema.text(line)));
    return new Slice(Fragment.from(nodes), 1, 1);
  },
  clipboardTextSerializer: ({ content }) =>
    content.textBetween(0, content.size, "\n", (leaf) => nameOf(String(leaf.attrs["ref"]))),
  handlePaste(view, event) {
    const data = event.clipboardData;
    const ours = data?.getData("text/html").includes("data-pm-slice") === true && multiline;
    const text = data?.getData("text/plain") ?? "";
    return !ours && text !== "" && view.pasteText(text, event);
  },
});
