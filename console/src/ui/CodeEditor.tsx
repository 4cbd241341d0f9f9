import { defaultKeymap, history, historyKeymap, indentWithTab } from "@codemirror/commands";
import { html } from "@codemirror/lang-html";
import { json } from "@codemirror/lang-json";
import { yaml } from "@codemirror/lang-yaml";
import { EditorState, type Extension } from "@codemirror/state";
import { EditorView, keymap, lineNumbers } from "@codemirror/view";
import { useEffect, useRef } from "react";
import { codeLook } from "./codeLook";

export type CodeLanguage = "json" | "yaml" | "html" | "text";

type Props = {
  value: string;
  language: CodeLanguage;
  label: string;
  onChange?: (value: string) => void;
  lines?: boolean;
  wrap?: boolean;
};

function languageOf(language: CodeLanguage): Extension {
  if (language === "json") return json();
  if (language === "yaml") return yaml();
  if (language === "html") return html();
  return [];
}

/** Code to read, or to write when `onChange` is given. */
export default function CodeEditor({ value, language, label, onChange, lines = false, wrap = false }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | null>(null);
  const changed = useRef(onChange);
  const first = useRef(value);
  const writable = onChange !== undefined;
  changed.current = onChange;

  useEffect(() => {
    if (!place.current) return;
    const editor = new EditorView({
      parent: place.current,
      doc: first.current,
      extensions: [
        languageOf(language),
        codeLook,
        lines ? lineNumbers() : [],
        wrap ? EditorView.lineWrapping : [],
        EditorView.contentAttributes.of({ "aria-label": label }),
        writable
          ? [history(), keymap.of([indentWithTab, ...defaultKeymap, ...historyKeymap])]
          : [EditorState.readOnly.of(true)],
        EditorView.updateListener.of((update) => {
          if (update.docChanged) changed.current?.(update.state.doc.toString());
        }),
      ],
    });
    view.current = editor;
    return () => editor.destroy();
  }, [language, label, lines, wrap, writable]);

  useEffect(() => {
    first.current = value;
    const editor = view.current;
    if (editor && editor.state.doc.toString() !== value)
      editor.dispatch({ changes: { from: 0, to: editor.state.doc.length, insert: value } });
  }, [value]);

  return <div ref={place} />;
}
