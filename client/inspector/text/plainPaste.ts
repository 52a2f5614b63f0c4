import { Fragment, type Schema, Slice } from "@tiptap/pm/model";
import type { EditorProps } from "@tiptap/pm/view";

/** Words as a piece of the text: a line is a paragraph, or all is one line. */
function pieceOf(words: string, schema: Schema, multiline: boolean): Slice {
  const lines = multiline ? words.split(/\r\n?|\n/) : [words.replaceAll(/\s*[\r\n]+\s*/g, " ")];
  const paragraphs = lines.flatMap(
    (line) => schema.nodes["paragraph"]?.create(null, line === "" ? null : schema.text(line)) ?? [],
  );
  return new Slice(Fragment.from(paragraphs), 1, 1);
}

/**
 * What is pasted comes in as plain words. Only what was copied in such an editor brings its values along: ProseMirror marks
 * it so.
 */
export const plainPaste = (multiline: boolean, nameOf: (ref: string) => string): EditorProps => ({
  clipboardTextParser: (words, $context) => pieceOf(words, $context.doc.type.schema, multiline),
  clipboardTextSerializer: ({ content }) =>
    content.textBetween(0, content.size, "\n", (leaf) => nameOf(String(leaf.attrs["ref"]))),
  handlePaste(view, event) {
    const ours = event.clipboardData?.getData("text/html").includes("data-pm-slice") === true;
    const words = event.clipboardData?.getData("text/plain") ?? "";
    const oneLine = multiline || !/[\r\n]/.test(words);
    if ((ours && oneLine) || words === "") return false;
    view.dispatch(view.state.tr.replaceSelection(pieceOf(words, view.state.schema, multiline)).scrollIntoView());
    return true;
  },
});
