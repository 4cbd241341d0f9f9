import { useQuery } from "@tanstack/react-query";
import { createContext, useContext } from "react";
import { segmentsQuery } from "@/api/segments";
import type { Vocabulary } from "@/api/types";
import { vocabularyQuery } from "@/api/workspace";
import type { Condition } from "@/definition/condition";
import { fromGroup, rootGroup } from "@/definition/edit";
import { useHere } from "@/ui/workspace";
import { GroupEditor } from "./GroupEditor";

type Known = { vocabulary: Vocabulary; segments: readonly string[] };

const KnownContext = createContext<Known>({ vocabulary: { attributes: [], events: [] }, segments: [] });

/** The names that the workspace knows, for suggestions. */
export const useKnown = () => useContext(KnownContext);

type Props = { value: Condition; onChange: (when: Condition) => void; except?: string };

/** Builds a condition tree by hand. `except` is the segment being edited, which cannot contain itself. */
export function ConditionBuilder({ value, onChange, except }: Props) {
  const { id } = useHere();
  const vocabulary = useQuery(vocabularyQuery(id));
  const segments = useQuery({ ...segmentsQuery(id), refetchInterval: false });
  const known: Known = {
    vocabulary: vocabulary.data ?? { attributes: [], events: [] },
    segments: (segments.data?.items ?? []).map((segment) => segment.name).filter((name) => name !== except),
  };
  return (
    <KnownContext.Provider value={known}>
      <GroupEditor group={rootGroup(value)} onChange={(group) => onChange(fromGroup(group))} depth={0} />
    </KnownContext.Provider>
  );
}
