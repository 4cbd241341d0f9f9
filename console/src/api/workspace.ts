import { queryOptions, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { get, send } from "./client";
import { freshKeysKey } from "./session";
import type {
  Checklist,
  Home,
  Invitation,
  Invited,
  IssuedKey,
  Key,
  Keys,
  Member,
  Members,
  NewKey,
  NewKeys,
  Role,
  Sender,
  SenderTried,
  SenderWish,
  Vocabulary,
  Workspace,
} from "./types";

export const at = (workspace: number) => `/workspaces/${workspace}`;

export const workspaceQuery = (workspace: number) =>
  queryOptions({
    queryKey: ["workspace", workspace],
    queryFn: () => get<Workspace>(at(workspace)),
    staleTime: 30_000,
    refetchInterval: (query) => (query.state.data?.demo_loading == null ? false : 1000),
  });

export function useSaveWorkspace(workspace: number) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: Partial<Pick<Workspace, "name" | "timezone" | "identity">>) =>
      send<Workspace>("PATCH", at(workspace), body),
    onSuccess: (saved) => {
      client.setQueryData(workspaceQuery(workspace).queryKey, saved);
      void client.invalidateQueries({ queryKey: ["session"] });
    },
  });
}

export function useSaveSender(workspace: number) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: SenderWish) => send<Sender>("PUT", `${at(workspace)}/sender`, body),
    onSuccess: () => client.invalidateQueries({ queryKey: ["workspace", workspace] }),
  });
}

export function useTestSender(workspace: number) {
  return useMutation({
    mutationFn: (to: string) => send<SenderTried>("POST", `${at(workspace)}/sender/test`, { to }),
  });
}

export const keysQuery = (workspace: number) =>
  queryOptions({
    queryKey: ["keys", workspace],
    queryFn: () => get<Keys>(`${at(workspace)}/keys`),
  });

export function useCreateKey(workspace: number) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: NewKey) => send<IssuedKey>("POST", `${at(workspace)}/keys`, body),
    onSuccess: ({ key, secret }) => {
      const fresh: Partial<NewKeys> =
        key.kind === "track"
          ? { site_id: key.site_id ?? "", api_key: secret }
          : key.kind === "write"
            ? { write_key: secret }
            : { app_api_key: secret };
      client.setQueryData<Partial<NewKeys>>(freshKeysKey(workspace), (old) => ({ ...old, ...fresh }));
      void client.invalidateQueries({ queryKey: ["keys", workspace] });
    },
  });
}

export function useRevokeKey(workspace: number) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: number) => send<Key>("DELETE", `${at(workspace)}/keys/${id}`),
    onSuccess: () => client.invalidateQueries({ queryKey: ["keys", workspace] }),
  });
}

/** The keys made since this page was loaded; empty after a reload. */
export function useFreshKeys(workspace: number): Partial<NewKeys> {
  const { data } = useQuery<Partial<NewKeys>>({
    queryKey: freshKeysKey(workspace),
    queryFn: () => ({}),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
  });
  return data ?? {};
}

export const membersQuery = queryOptions({
  queryKey: ["members"],
  queryFn: () => get<Members>("/members"),
});

export function useInviteMember() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: Invitation) => send<Invited>("POST", "/members", body),
    onSuccess: () => client.invalidateQueries({ queryKey: ["members"] }),
  });
}

export function useChangeMember() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, role }: { id: number; role: Role }) =>
      send<Member>("PATCH", `/members/${id}`, { role }),
    onSettled: () => client.invalidateQueries({ queryKey: ["members"] }),
  });
}

export function useRemoveMember() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: number) => send<void>("DELETE", `/members/${id}`),
    onSuccess: () => client.invalidateQueries({ queryKey: ["members"] }),
  });
}

export const homeQuery = (workspace: number, days: number) =>
  queryOptions({
    queryKey: ["home", workspace, days],
    queryFn: () => get<Home>(`${at(workspace)}/home`, { days }),
    refetchInterval: 15_000,
    placeholderData: (previous) => previous,
  });

export const checklistQuery = (workspace: number) =>
  queryOptions({
    queryKey: ["checklist", workspace],
    queryFn: () => get<Checklist>(`${at(workspace)}/checklist`),
    refetchInterval: (query) => {
      const list = query.state.data;
      return list && !list.dismissed && list.items.some((item) => item.done_at === null) ? 2000 : false;
    },
  });

export function useDismissChecklist(workspace: number) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (dismissed: boolean) => send<Checklist>("PATCH", `${at(workspace)}/checklist`, { dismissed }),
    onSuccess: (list) => client.setQueryData(checklistQuery(workspace).queryKey, list),
  });
}

export const vocabularyQuery = (workspace: number) =>
  queryOptions({
    queryKey: ["vocabulary", workspace],
    queryFn: () => get<Vocabulary>(`${at(workspace)}/vocabulary`),
    staleTime: 60_000,
  });
