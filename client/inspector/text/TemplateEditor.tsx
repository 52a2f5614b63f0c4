import { type Editor, Extension } from "@tiptap/core";
import { Document } from "@tiptap/extension-document";
import { Paragraph } from "@tiptap/extension-paragraph";
import { Text } from "@tiptap/extension-text";
import { UndoRedo } from "@tiptap/extensions";
import { EditorContent, useEditor } from "@tiptap/react";
import { useEffect, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Template } from "#shared/template/template.ts";
import { useScope } from "../useScope.ts";
import { AddValue } from "../values/AddValue.tsx";
import { chipNode } from "./chipNode.ts";
import { plainPaste } from "./plainPaste.ts";
import { createSlashMenu } from "./slash.ts";
import { SlashList } from "./SlashList.tsx";
import classes from "./TemplateEditor.module.css";
import { chipAttributes, chipFor, fromDocument, sameText, toDocument } from "./templateText.ts";

export interface TemplateEditorProps {
  label: string;
  /** The id of the words that say what is wrong; undefined when nothing is. */
  describedBy: string | undefined;
  multiline: boolean;
  value: Template;
  autoFocus: boolean;
  onChange(value: Template): void;
}

/** In a text of one line, Enter is not for us; in a longer one, Shift+Enter is Enter. */
const lineKeys = (multiline: boolean) =>
  Extension.create({
    name: "lineKeys",
    priority: 150,
    addKeyboardShortcuts: () => ({
      Enter: () => !multiline,
      "Shift-Enter": ({ editor }) => !multiline || editor.commands.splitBlock(),
    }),
  });

/** What values are called at the moment of asking. */
function createNames() {
  let now = (ref: string) => ref;
  return {
    of: (ref: string) => now(ref),
    use(next: (ref: string) => string): void {
      now = next;
    },
  };
}

/** A text with values. The document is the state: what changes there from elsewhere is shown, our own changes are not set again. */
export function TemplateEditor({ label, describedBy, multiline, value, autoFocus, onChange }: TemplateEditorProps) {
  const { t } = useTranslation("inspector");
  const { speech, values } = useScope();
  const [menu] = useState(createSlashMenu);
  const [extensions] = useState(() => [
    Document,
    Paragraph,
    Text,
    UndoRedo,
    lineKeys(multiline),
    chipNode,
    menu.extension,
  ]);
  /** What last came back from the document, and what has been typed since. */
  const own = useRef<Template[]>([value]);
  const [content] = useState(() => toDocument(value));
  // Names change with every letter that is typed, and new options would make the editor draw itself anew.
  const [names] = useState(createNames);
  useEffect(() => names.use(speech.label), [names, speech]);
  const editorProps = useMemo(
    () => ({
      ...plainPaste(multiline, names.of),
      attributes: {
        role: "textbox",
        class: classes.text ?? "",
        "aria-label": label,
        "aria-multiline": String(multiline),
        ...(describedBy ? { "aria-describedby": describedBy, "aria-invalid": "true" } : {}),
      },
    }),
    [multiline, names, label, describedBy],
  );
  // There is none for a moment where React was interrupted between drawing this and putting it on screen, as on a slow machine.
  const editor: Editor | null = useEditor({
    extensions,
    content,
    editorProps,
    autofocus: autoFocus && "end",
    onUpdate({ editor: changed }) {
      const next = fromDocument(changed.getJSON());
      own.current.push(next);
      onChange(next);
    },
  });
  useEffect(() => {
    if (!editor) return;
    if (sameText(value, fromDocument(editor.getJSON()))) {
      own.current = [value];
      return;
    }
    // A quick hand is ahead of what is drawn: this is something that was typed a moment ago, coming back.
    if (own.current.some((sent) => sameText(sent, value))) return;
    const { from, to } = editor.state.selection;
    editor
      .chain()
      .setMeta("addToHistory", false)
      .setContent(toDocument(value), { emitUpdate: false })
      .setTextSelection({ from, to })
      .run();
  }, [editor, value]);
  return (
    <div className={`${classes.box} ${multiline ? classes.tall : ""} ${describedBy ? classes.faulty : ""}`}>
      <div className={classes.area}>
        {value.length === 0 && (
          <span aria-hidden className={classes.placeholder}>
            {t("textPlaceholder")}
          </span>
        )}
        <EditorContent editor={editor} />
        {editor && <SlashList editor={editor} menu={menu} />}
      </div>
      <div className={classes.tools}>
        <AddValue
          label={label}
          onPick={(ref) =>
            editor
              ?.chain()
              .focus()
              .insertContent({ type: "chip", attrs: chipAttributes(chipFor(ref, values)) })
              .run()
          }
        />
      </div>
    </div>
  );
}
