import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import type { Condition } from "@/definition/condition";
import { get, send } from "./client";
import type {
  Activity,
  Delivery,
  Journey,
  JourneyTrace,
  Json,
  Page,
  Person,
  PersonRow,
  PersonSegment,
} from "./types";
import { at } from "./workspace";

export type PeoplePage = Page<PersonRow> & { total: number | null };

const paging = {
  initialPageParam: null as string | null,
  getNextPageParam: (last: { next: string | null }) => last.next,
};

/** People by text, or by condition when one is given. */
export const peopleQuery = (workspace: number, q: string, when: Condition | null) =>
  infiniteQueryOptions({
    queryKey: ["people", workspace, q, when],
    queryFn: ({ pageParam, signal }) =>
      when
        ? send<PeoplePage>("POST", `${at(workspace)}/people/search`, { when, cursor: pageParam ?? undefined })
        : get<PeoplePage>(`${at(workspace)}/people`, { q, cursor: pageParam }, signal),
    placeholderData: (previous) => previous,
    ...paging,
  });

export const findPeopleQuery = (workspace: number, q: string, limit: number) =>
  queryOptions({
    queryKey: ["find-people", workspace, q, limit],
    queryFn: ({ signal }) => get<PeoplePage>(`${at(workspace)}/people`, { q, limit }, signal),
    staleTime: 5000,
  });

export const personQuery = (workspace: number, person: string) =>
  queryOptions({
    queryKey: ["person", workspace, person],
    queryFn: () => get<Person>(`${at(workspace)}/people/${person}`),
    refetchInterval: 10_000,
  });

export const personSegmentsQuery = (workspace: number, person: string) =>
  queryOptions({
    queryKey: ["person", workspace, person, "segments"],
    queryFn: () => get<Page<PersonSegment>>(`${at(workspace)}/people/${person}/segments`),
    refetchInterval: 10_000,
  });

export const personJourneysQuery = (workspace: number, person: string) =>
  infiniteQueryOptions({
    queryKey: ["person", workspace, person, "journeys"],
    queryFn: ({ pageParam }) =>
      get<Page<Journey>>(`${at(workspace)}/people/${person}/journeys`, { cursor: pageParam }),
    refetchInterval: 5000,
    ...paging,
  });

export const personActivityQuery = (workspace: number, person: string, types: readonly string[]) =>
  infiniteQueryOptions({
    queryKey: ["person", workspace, person, "activity", types],
    queryFn: ({ pageParam }) =>
      get<Page<Activity>>(`${at(workspace)}/people/${person}/activity`, { type: types, cursor: pageParam }),
    refetchInterval: 5000,
    ...paging,
  });

export const personDeliveriesQuery = (workspace: number, person: string) =>
  infiniteQueryOptions({
    queryKey: ["person", workspace, person, "deliveries"],
    queryFn: ({ pageParam }) =>
      get<Page<Delivery>>(`${at(workspace)}/people/${person}/deliveries`, { cursor: pageParam }),
    refetchInterval: 10_000,
    ...paging,
  });

export const journeyQuery = (workspace: number, journey: string) =>
  queryOptions({
    queryKey: ["journey", workspace, journey],
    queryFn: () => get<JourneyTrace>(`${at(workspace)}/journeys/${journey}`),
    refetchInterval: 5000,
  });

export function useCreatePerson(workspace: number) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: { id?: string; email?: string; attributes?: Record<string, Json> }) =>
      send<Person>("POST", `${at(workspace)}/people`, body),
    onSuccess: () => client.invalidateQueries({ queryKey: ["people", workspace] }),
  });
}

export function useEditPerson(workspace: number, person: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (attributes: Record<string, Json>) =>
      send<Person>("PATCH", `${at(workspace)}/people/${person}`, { attributes }),
    onSuccess: (saved) => {
      client.setQueryData(personQuery(workspace, person).queryKey, saved);
      void client.invalidateQueries({ queryKey: ["person", workspace, person] });
    },
  });
}

export function useDeletePerson(workspace: number, person: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => send<void>("DELETE", `${at(workspace)}/people/${person}`),
    onSuccess: () => {
      client.removeQueries({ queryKey: ["person", workspace, person] });
      void client.invalidateQueries({ queryKey: ["people", workspace] });
    },
  });
}

export function useSendEvent(workspace: number, person: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: { name: string; data: Record<string, Json> }) =>
      send<{ activity_id: string }>("POST", `${at(workspace)}/people/${person}/events`, body),
    onSuccess: () => client.invalidateQueries({ queryKey: ["person", workspace, person] }),
  });
}
