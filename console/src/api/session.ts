import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { ApiError, get, rememberToken, send } from "./client";
import type { Login, Session, SetUp, Setup, SetupState } from "./types";

export const setupQuery = queryOptions({
  queryKey: ["setup"],
  queryFn: () => get<SetupState>("/setup"),
  staleTime: Number.POSITIVE_INFINITY,
});

/** The member who is logged in, or null. */
export const sessionQuery = queryOptions({
  queryKey: ["session"],
  queryFn: async (): Promise<Session | null> => {
    try {
      const session = await get<Session>("/session");
      rememberToken(session.csrf_token);
      return session;
    } catch (error) {
      if (error instanceof ApiError && error.status === 401) return null;
      throw error;
    }
  },
  staleTime: 5 * 60_000,
});

export function useLogin() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: Login) => send<Session>("POST", "/session", body),
    onSuccess: (session) => {
      rememberToken(session.csrf_token);
      client.setQueryData(sessionQuery.queryKey, session);
    },
  });
}

export function useLogout() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => send<void>("DELETE", "/session"),
    onSuccess: () => {
      rememberToken("");
      client.clear();
    },
  });
}

/** A demo workspace may be there before anybody sets up their own. */
export function named(session: Pick<Session, "workspaces">, name: string) {
  return session.workspaces.find((one) => one.name === name.trim()) ?? session.workspaces[0];
}

export function useSetup() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: Setup) => send<SetUp>("POST", "/setup", body),
    onSuccess: ({ keys, ...session }, { workspace }) => {
      rememberToken(session.csrf_token);
      client.setQueryData(sessionQuery.queryKey, session);
      client.setQueryData(setupQuery.queryKey, { needed: false, version: session.version });
      const made = named(session, workspace.name);
      if (made) client.setQueryData(freshKeysKey(made.id), keys);
    },
  });
}

export function useChangePassword() {
  return useMutation({
    mutationFn: (body: { current: string; new: string }) => send<void>("PUT", "/session/password", body),
  });
}

/** Secrets live only in this page's memory, to fill in the snippets until it is reloaded. */
export const freshKeysKey = (workspace: number) => ["fresh-keys", workspace] as const;
