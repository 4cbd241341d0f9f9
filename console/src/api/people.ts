import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import type { Condition } from "@/definition/condition";
import { get, send } from "./client";
import type {
  Activities,
  Deliveries,
  Journeys,
  JourneyTrace,
  Json,
  NewEvent,
  NewPerson,
  People,
  Person,
  PersonSegments,
  Tracked,
} from "./types";
import { at } from "./workspace";

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
        ? send<People>("POST", `${at(workspace)}/people/search`, { when, cursor: pageParam ?? undefined })
        : get<People>(`${at(workspace)}/people`, { q, cursor: pageParam }, signal),
    placeholderData: (previous) => previous,
    ...paging,
  });

export const findPeopleQuery = (workspace: number, q: string, limit: number) =>
  queryOptions({
    queryKey: ["find-people", workspace, q, limit],
    queryFn: ({ signal }) => get<People>(`${at(workspace)}/people`, { q, limit }, signal),
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
    queryFn: () => get<PersonSegments>(`${at(workspace)}/people/${person}/segments`),
    refetchInterval: 10_000,
  });

export const personJourneysQuery = (workspace: number, person: string) =>
  infiniteQueryOptions({
    queryKey: ["person", workspace, person, "journeys"],
    queryFn: ({ pageParam }) =>
      get<Journeys>(`${at(workspace)}/people/${person}/journeys`, { cursor: pageParam }),
    refetchInterval: 5000,
    ...paging,
  });

export const personActivityQuery = (workspace: number, person: string, types: readonly string[]) =>
  infiniteQueryOptions({
    queryKey: ["person", workspace, person, "activity", types],
    queryFn: ({ pageParam }) =>
      get<Activities>(`${at(workspace)}/people/${person}/activity`, { type: types, cursor: pageParam }),
    refetchInterval: 5000,
    ...paging,
  });

export const personDeliveriesQuery = (workspace: number, person: string) =>
  infiniteQueryOptions({
    queryKey: ["person", workspace, person, "deliveries"],
    queryFn: ({ pageParam }) =>
      get<Deliveries>(`${at(workspace)}/people/${person}/deliveries`, { cursor: pageParam }),
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
    mutationFn: (body: NewPerson) => send<Person>("POST", `${at(workspace)}/people`, body),
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
    mutationFn: (body: NewEvent) => send<Tracked>("POST", `${at(workspace)}/people/${person}/events`, body),
    onSuccess: () => client.invalidateQueries({ queryKey: ["person", workspace, person] }),
  });
}
