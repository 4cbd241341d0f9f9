import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import type { CampaignDocument } from "@/definition/campaign";
import { get, send } from "./client";
import type {
  Campaign,
  CampaignNumbers,
  Campaigns,
  Installed,
  Journeys,
  Recipes,
  StartPreview,
} from "./types";
import { at } from "./workspace";

export const campaignsQuery = (workspace: number) =>
  queryOptions({
    queryKey: ["campaigns", workspace],
    queryFn: () => get<Campaigns>(`${at(workspace)}/campaigns`),
    refetchInterval: 10_000,
  });

export const campaignQuery = (workspace: number, id: number) =>
  queryOptions({
    queryKey: ["campaign", workspace, id],
    queryFn: () => get<Campaign>(`${at(workspace)}/campaigns/${id}`),
  });

export const campaignNumbersQuery = (workspace: number, id: number, days: number) =>
  queryOptions({
    queryKey: ["campaign", workspace, id, "numbers", days],
    queryFn: () => get<CampaignNumbers>(`${at(workspace)}/campaigns/${id}/numbers`, { days }),
    refetchInterval: 2500,
    placeholderData: (previous) => previous,
  });

export type JourneyFilter = { q: string; state: string; campaign: string; step?: string };

/** Journeys of one campaign, or across all of them. */
export const journeysQuery = (workspace: number, filter: JourneyFilter) =>
  infiniteQueryOptions({
    queryKey: ["journeys", workspace, filter],
    queryFn: ({ pageParam, signal }) =>
      filter.campaign !== "" && filter.step
        ? get<Journeys>(
            `${at(workspace)}/campaigns/${filter.campaign}/journeys`,
            { q: filter.q, state: filter.state, step: filter.step, cursor: pageParam },
            signal,
          )
        : get<Journeys>(
            `${at(workspace)}/journeys`,
            { q: filter.q, state: filter.state, campaign: filter.campaign, cursor: pageParam },
            signal,
          ),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
    refetchInterval: 5000,
    placeholderData: (previous) => previous,
  });

export const startPreviewQuery = (workspace: number, id: number) =>
  queryOptions({
    queryKey: ["campaign", workspace, id, "start"],
    queryFn: () => get<StartPreview>(`${at(workspace)}/campaigns/${id}/start`),
    staleTime: 0,
    gcTime: 0,
  });

function useCampaignChange<V>(workspace: number, id: number, change: (variables: V) => Promise<Campaign>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: (saved) => {
      client.setQueryData(campaignQuery(workspace, id).queryKey, saved);
      void client.invalidateQueries({ queryKey: ["campaigns", workspace] });
      void client.invalidateQueries({ queryKey: ["checklist", workspace] });
    },
  });
}

export function useSaveCampaign(workspace: number, campaign: { id: number; version: number }) {
  return useCampaignChange<CampaignDocument>(workspace, campaign.id, (definition) =>
    send("PUT", `${at(workspace)}/campaigns/${campaign.id}`, { version: campaign.version, definition }),
  );
}

export function useStartCampaign(workspace: number, id: number) {
  return useCampaignChange<void>(workspace, id, () => send("POST", `${at(workspace)}/campaigns/${id}/start`));
}

export function useStopCampaign(workspace: number, id: number) {
  return useCampaignChange<"finish" | "exit">(workspace, id, (under_way) =>
    send("POST", `${at(workspace)}/campaigns/${id}/stop`, { under_way }),
  );
}

export function useDeleteCampaign(workspace: number) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: number) => send<void>("DELETE", `${at(workspace)}/campaigns/${id}`),
    onSuccess: () => client.invalidateQueries({ queryKey: ["campaigns", workspace] }),
  });
}

export const recipesQuery = (workspace: number) =>
  queryOptions({
    queryKey: ["recipes", workspace],
    queryFn: () => get<Recipes>(`${at(workspace)}/recipes`),
  });

export function useInstallRecipe(workspace: number) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (key: string) => send<Installed>("POST", `${at(workspace)}/recipes/${key}/install`),
    onSuccess: () => {
      for (const key of ["recipes", "campaigns", "segments", "messages"])
        void client.invalidateQueries({ queryKey: [key, workspace] });
    },
  });
}
