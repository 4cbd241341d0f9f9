import { infiniteQueryOptions } from "@tanstack/react-query";
import { get, stream } from "./client";
import type { Activities, Activity } from "./types";
import { at } from "./workspace";

export type ActivityFilter = { type: readonly string[]; name: string; person: string; failed: boolean };

function asQuery(filter: ActivityFilter) {
  return { type: filter.type, name: filter.name, person: filter.person, failed: filter.failed ? true : null };
}

export const activityQuery = (workspace: number, filter: ActivityFilter) =>
  infiniteQueryOptions({
    queryKey: ["activity", workspace, filter],
    queryFn: ({ pageParam, signal }) =>
      get<Activities>(`${at(workspace)}/activity`, { ...asQuery(filter), cursor: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
    refetchOnWindowFocus: false,
  });

export type StreamHandlers = {
  onActivity: (activity: Activity) => void;
  onSkipped: (count: number) => void;
  onState: (open: boolean) => void;
};

/** Opens the live log; returns how to close it. */
export function openActivityStream(
  workspace: number,
  filter: ActivityFilter,
  handlers: StreamHandlers,
): () => void {
  const source = stream(`${at(workspace)}/activity/stream`, asQuery(filter));
  source.addEventListener("open", () => handlers.onState(true));
  source.addEventListener("error", () => handlers.onState(false));
  source.addEventListener("activity", (message) => handlers.onActivity(JSON.parse(message.data) as Activity));
  source.addEventListener("skipped", (message) =>
    handlers.onSkipped((JSON.parse(message.data) as { count: number }).count),
  );
  return () => source.close();
}
