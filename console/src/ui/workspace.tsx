import { createContext, type ReactNode, useContext } from "react";
import type { Role, Workspace } from "@/api/types";

type Here = { id: number; name: string; zone: string; baseUrl: string; role: Role; workspace: Workspace };

const WorkspaceContext = createContext<Here | null>(null);

export function WorkspaceProvider({ here, children }: { here: Here; children: ReactNode }) {
  return <WorkspaceContext.Provider value={here}>{children}</WorkspaceContext.Provider>;
}

/** The workspace that the page is about. */
export function useHere(): Here {
  const here = useContext(WorkspaceContext);
  if (!here) throw new Error("Expected to be inside a workspace page.");
  return here;
}

/** Whether the member may change things here; owners alone may change keys, members and the sender. */
export function useMay(): { edit: boolean; own: boolean } {
  const { role } = useHere();
  return { edit: role !== "viewer", own: role === "owner" };
}
