import { Skeleton } from "@mantine/core";
import { lazy, Suspense } from "react";
import classes from "./Code.module.css";
import type { CodeLanguage } from "./CodeEditor";
import { CopyIcon } from "./Copy";

const CodeEditor = lazy(() => import("./CodeEditor"));

type Props = {
  value: string;
  language: CodeLanguage;
  label: string;
  onChange?: (value: string) => void;
  lines?: boolean;
  wrap?: boolean;
  copy?: boolean;
  maxHeight?: number | string;
  bare?: boolean;
};

/** A box of code; CodeMirror arrives when the first one is shown. */
export function Code({ maxHeight, copy = false, bare = false, ...editor }: Props) {
  return (
    <div
      className={`${classes.box} ${bare ? classes.bare : ""} ${editor.onChange ? classes.writable : ""}`}
      style={{ maxHeight }}
    >
      {copy && (
        <div className={classes.copy}>
          <CopyIcon value={editor.value} label="Copy" />
        </div>
      )}
      <Suspense fallback={<Skeleton height={60} m={12} width="auto" />}>
        <CodeEditor {...editor} />
      </Suspense>
    </div>
  );
}
