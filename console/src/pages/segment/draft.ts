import type { Condition } from "@/definition/condition";

let draft: Condition | null = null;

/** A condition built elsewhere, to be taken over once by the new segment. */
export function rememberDraft(when: Condition): void {
  draft = when;
}

export function takeDraft(): Condition | null {
  const taken = draft;
  draft = null;
  return taken;
}
