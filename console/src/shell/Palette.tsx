import { useMantineColorScheme } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { createSpotlight, Spotlight } from "@mantine/spotlight";
import { IconPlus, IconSearch, IconSunMoon } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { campaignsQuery } from "@/api/campaigns";
import { findPeopleQuery } from "@/api/people";
import { segmentsQuery } from "@/api/segments";
import type { Session } from "@/api/types";
import { personLabel } from "@/ui/format";
import { PersonMark } from "@/ui/PersonMark";
import { useHere } from "@/ui/workspace";
import { PLACES, SETTINGS } from "./places";

const [store, palette] = createSpotlight();

export const openPalette = palette.open;

type Entry = { key: string; label: string; note?: string; words: string; icon: ReactNode; run: () => void };

/** ⌘K: go anywhere, find anybody, do the common things. */
export function Palette({ session }: { session: Session }) {
  const { id } = useHere();
  const [query, setQuery] = useState("");
  const groups = useEntries(query, session);
  const shown = groups.filter((group) => group.entries.length > 0);
  return (
    <Spotlight.Root
      store={store}
      query={query}
      onQueryChange={setQuery}
      shortcut="mod + K"
      scrollable
      maxHeight={440}
      centered={false}
      yOffset="14vh"
      overlayProps={{ backgroundOpacity: 0.3, blur: 0 }}
      key={id}
    >
      <Spotlight.Search
        placeholder="Find a person, a page, a campaign…"
        leftSection={<IconSearch size={18} stroke={1.6} />}
      />
      <Spotlight.ActionsList>
        {shown.map((group) => (
          <Spotlight.ActionsGroup key={group.title} label={group.title}>
            {group.entries.map((entry) => (
              <Spotlight.Action
                key={entry.key}
                label={entry.label}
                description={entry.note}
                leftSection={entry.icon}
                onClick={entry.run}
              />
            ))}
          </Spotlight.ActionsGroup>
        ))}
        {shown.length === 0 && <Spotlight.Empty>Nothing is called “{query}”.</Spotlight.Empty>}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  );
}

function useEntries(query: string, session: Session): { title: string; entries: Entry[] }[] {
  const { id } = useHere();
  const ws = String(id);
  const navigate = useNavigate();
  const { toggleColorScheme } = useMantineColorScheme();
  const [slow] = useDebouncedValue(query.trim(), 120);
  const people = useQuery({ ...findPeopleQuery(id, slow, 5), enabled: slow.length > 1 });
  const campaigns = useQuery({ ...campaignsQuery(id), enabled: query !== "", refetchInterval: false });
  const segments = useQuery({ ...segmentsQuery(id), enabled: query !== "", refetchInterval: false });
  const needle = query.trim().toLowerCase();
  const matching = (entries: Entry[]) =>
    entries.filter((e) => `${e.label} ${e.words}`.toLowerCase().includes(needle));

  const places = [...PLACES.flatMap((group) => group.places), SETTINGS].map((place) => ({
    key: place.to,
    label: place.label,
    words: place.words,
    icon: <place.icon size={17} stroke={1.7} />,
    run: () => void navigate({ to: place.to, params: { ws } }),
  }));
  const actions: Entry[] = [
    {
      key: "new-segment",
      label: "New segment",
      words: "create build audience",
      icon: <IconPlus size={17} />,
      run: () => void navigate({ to: "/w/$ws/segments/new", params: { ws } }),
    },
    {
      key: "new-campaign",
      label: "New campaign from a recipe",
      words: "create install playbook",
      icon: <IconPlus size={17} />,
      run: () => void navigate({ to: "/w/$ws/recipes", params: { ws } }),
    },
    {
      key: "scheme",
      label: "Switch light and dark",
      words: "theme appearance",
      icon: <IconSunMoon size={17} />,
      run: toggleColorScheme,
    },
    ...session.workspaces
      .filter((one) => one.id !== id)
      .map((one) => ({
        key: `ws${one.id}`,
        label: `Go to ${one.name}`,
        words: "workspace switch",
        icon: <IconPlus size={17} />,
        run: () => void navigate({ to: "/w/$ws/home", params: { ws: String(one.id) } }),
      })),
  ];
  const found = (slow.length > 1 ? (people.data?.items ?? []) : []).map((person) => ({
    key: person.cio_id,
    label: personLabel(person),
    note: person.email ?? undefined,
    words: "",
    icon: <PersonMark person={person} />,
    run: () => void navigate({ to: "/w/$ws/people/$person", params: { ws, person: person.cio_id } }),
  }));
  const named =
    needle === ""
      ? []
      : [
          ...(campaigns.data?.items ?? []).map((one) => ({
            key: `c${one.id}`,
            label: one.name,
            note: "Campaign",
            words: "",
            icon: <PLACE_ICONS.campaigns size={17} stroke={1.7} />,
            run: () =>
              void navigate({ to: "/w/$ws/campaigns/$campaign", params: { ws, campaign: String(one.id) } }),
          })),
          ...(segments.data?.items ?? []).map((one) => ({
            key: `s${one.id}`,
            label: one.name,
            note: "Segment",
            words: "",
            icon: <PLACE_ICONS.segments size={17} stroke={1.7} />,
            run: () =>
              void navigate({ to: "/w/$ws/segments/$segment", params: { ws, segment: String(one.id) } }),
          })),
        ];
  return [
    { title: "People", entries: found },
    { title: "Campaigns and segments", entries: matching(named) },
    { title: "Go to", entries: matching(places) },
    { title: "Do", entries: matching(actions) },
  ];
}

const iconOf = (path: string) =>
  PLACES.flatMap((group) => group.places).find((place) => place.to.endsWith(path))?.icon ?? IconSearch;
const PLACE_ICONS = { campaigns: iconOf("/campaigns"), segments: iconOf("/segments") };
