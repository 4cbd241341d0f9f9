import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import type { MessageDocument } from "@/definition/campaign";
import { get, getText, send } from "./client";
import type {
  Deliveries,
  DeliveryDetail,
  Inbox,
  Message,
  MessagePreview,
  Messages,
  PreviewRequest,
  SandboxMessage,
} from "./types";
import { at } from "./workspace";

const paging = {
  initialPageParam: null as string | null,
  getNextPageParam: (last: { next: string | null }) => last.next,
};

export const messagesQuery = (workspace: number) =>
  queryOptions({
    queryKey: ["messages", workspace],
    queryFn: () => get<Messages>(`${at(workspace)}/messages`),
  });

export const messageQuery = (workspace: number, id: number) =>
  queryOptions({
    queryKey: ["message", workspace, id],
    queryFn: () => get<Message>(`${at(workspace)}/messages/${id}`),
  });

export function useSaveMessage(workspace: number, message: { id: number; version: number }) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (definition: MessageDocument) =>
      send<Message>("PUT", `${at(workspace)}/messages/${message.id}`, {
        version: message.version,
        definition,
      }),
    onSuccess: (saved) => {
      client.setQueryData(messageQuery(workspace, saved.id).queryKey, saved);
      for (const key of ["messages", "message-preview", "campaign"])
        void client.invalidateQueries({ queryKey: [key, workspace] });
    },
  });
}

export const messagePreviewQuery = (workspace: number, request: PreviewRequest) =>
  queryOptions({
    queryKey: ["message-preview", workspace, request],
    queryFn: () => send<MessagePreview>("POST", `${at(workspace)}/messages/preview`, request),
    retry: false,
  });

export const sandboxQuery = (workspace: number, q: string) =>
  infiniteQueryOptions({
    queryKey: ["sandbox", workspace, q],
    queryFn: ({ pageParam, signal }) =>
      get<Inbox>(`${at(workspace)}/sandbox`, { q, cursor: pageParam }, signal),
    refetchInterval: 3000,
    placeholderData: (previous) => previous,
    ...paging,
  });

export const sandboxMessageQuery = (workspace: number, id: string) =>
  queryOptions({
    queryKey: ["sandbox-message", workspace, id],
    queryFn: () => get<SandboxMessage>(`${at(workspace)}/sandbox/${id}`),
    refetchInterval: 5000,
  });

export const sandboxRawQuery = (workspace: number, id: string) =>
  queryOptions({
    queryKey: ["sandbox-raw", workspace, id],
    queryFn: () => getText(`${at(workspace)}/sandbox/${id}/raw`),
    staleTime: Number.POSITIVE_INFINITY,
  });

export function useEmptySandbox(workspace: number) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => send<void>("DELETE", `${at(workspace)}/sandbox`),
    onSuccess: () => client.invalidateQueries({ queryKey: ["sandbox", workspace] }),
  });
}

export type DeliveryFilter = { q: string; state: readonly string[]; campaign: string };

export const deliveriesQuery = (workspace: number, filter: DeliveryFilter) =>
  infiniteQueryOptions({
    queryKey: ["deliveries", workspace, filter],
    queryFn: ({ pageParam, signal }) =>
      get<Deliveries>(`${at(workspace)}/deliveries`, { ...filter, cursor: pageParam }, signal),
    refetchInterval: 5000,
    placeholderData: (previous) => previous,
    ...paging,
  });

export const deliveryQuery = (workspace: number, id: string) =>
  queryOptions({
    queryKey: ["delivery", workspace, id],
    queryFn: () => get<DeliveryDetail>(`${at(workspace)}/deliveries/${id}`),
  });
