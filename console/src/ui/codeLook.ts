import { HighlightStyle, syntaxHighlighting } from "@codemirror/language";
import { EditorView } from "@codemirror/view";
import { tags as t } from "@lezer/highlight";

/** CodeMirror in the console’s colours. */
export const codeLook = [
  EditorView.theme({
    "&": { fontSize: "12.5px", backgroundColor: "transparent", color: "var(--text)" },
    "&.cm-focused": { outline: "none" },
    ".cm-scroller": { fontFamily: "var(--font-mono)", lineHeight: "1.6" },
    ".cm-content": { padding: "10px 0", caretColor: "var(--text)" },
    ".cm-line": { padding: "0 14px" },
    ".cm-gutters": {
      backgroundColor: "transparent",
      border: "none",
      color: "var(--text-3)",
      paddingLeft: "6px",
    },
    ".cm-activeLine, .cm-activeLineGutter": { backgroundColor: "transparent" },
    "&.cm-focused .cm-selectionBackground, .cm-selectionBackground": {
      backgroundColor: "color-mix(in srgb, var(--chart-1) 24%, transparent) !important",
    },
  }),
  syntaxHighlighting(
    HighlightStyle.define([
      { tag: [t.propertyName, t.definition(t.propertyName), t.attributeName], color: "var(--code-key)" },
      { tag: [t.string, t.special(t.string), t.attributeValue], color: "var(--code-string)" },
      { tag: [t.number, t.bool, t.null, t.atom], color: "var(--code-number)" },
      { tag: [t.tagName, t.keyword], color: "var(--code-tag)" },
      { tag: [t.comment, t.meta], color: "var(--text-3)" },
      { tag: [t.punctuation, t.separator, t.bracket, t.angleBracket], color: "var(--text-3)" },
    ]),
  ),
];
