import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import type { SegmentDocument } from "@/definition/campaign";
import type { Condition } from "@/definition/condition";
import { get, send } from "./client";
import type { Segment, SegmentMembers, SegmentPreview, SegmentRow, Segments } from "./types";
import { at } from "./workspace";

const building = (rows: SegmentRow[]) => rows.some((row) => row.state === "building");

export const segmentsQuery = (workspace: number) =>
  queryOptions({
    queryKey: ["segments", workspace],
    queryFn: () => get<Segments>(`${at(workspace)}/segments`),
    refetchInterval: (query) => (building(query.state.data?.items ?? []) ? 1000 : 10_000),
  });

export const segmentQuery = (workspace: number, id: number) =>
  queryOptions({
    queryKey: ["segment", workspace, id],
    queryFn: () => get<Segment>(`${at(workspace)}/segments/${id}`),
    refetchInterval: (query) => (query.state.data?.state === "building" ? 700 : 10_000),
  });

export const segmentMembersQuery = (workspace: number, id: number, q: string) =>
  infiniteQueryOptions({
    queryKey: ["segment", workspace, id, "members", q],
    queryFn: ({ pageParam }) =>
      get<SegmentMembers>(`${at(workspace)}/segments/${id}/members`, { q, cursor: pageParam }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
  });

export const previewQuery = (workspace: number, when: Condition | null) =>
  queryOptions({
    queryKey: ["segment-preview", workspace, when],
    queryFn: () => send<SegmentPreview>("POST", `${at(workspace)}/segments/preview`, { when }),
    enabled: when !== null,
    staleTime: 5000,
    placeholderData: (previous) => (when ? previous : undefined),
    retry: false,
  });

export function useSaveSegment(workspace: number, existing: { id: number; version: number } | null) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (definition: SegmentDocument) =>
      existing
        ? send<Segment>("PUT", `${at(workspace)}/segments/${existing.id}`, {
            version: existing.version,
            definition,
          })
        : send<Segment>("POST", `${at(workspace)}/segments`, { definition }),
    onSuccess: (saved) => {
      client.setQueryData(segmentQuery(workspace, saved.id).queryKey, saved);
      void client.invalidateQueries({ queryKey: ["segments", workspace] });
    },
  });
}

export function useDeleteSegment(workspace: number) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: number) => send<void>("DELETE", `${at(workspace)}/segments/${id}`),
    onSuccess: () => client.invalidateQueries({ queryKey: ["segments", workspace] }),
  });
}
