import { Button, TextInput } from "@mantine/core";
import { useDebouncedCallback, useDebouncedValue } from "@mantine/hooks";
import { IconFilter, IconPlus, IconSearch, IconUsers } from "@tabler/icons-react";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { peopleQuery } from "@/api/people";
import { type Condition, isComplete } from "@/definition/condition";
import { Empty } from "@/ui/Empty";
import { count } from "@/ui/format";
import { LinkButton } from "@/ui/links";
import { Page } from "@/ui/Page";
import { Panel } from "@/ui/Panel";
import { useRows } from "@/ui/pages";
import { Trouble } from "@/ui/Trouble";
import { useHere, useMay } from "@/ui/workspace";
import { FilterPanel } from "./FilterPanel";
import { NewPersonModal } from "./NewPersonModal";
import classes from "./PeoplePage.module.css";
import { PeopleTable } from "./PeopleTable";

const EMPTY_FILTER: Condition = { all: [{ attribute: "", is: "" }] };

/** Everybody in the workspace; found by text or by condition. */
export function PeoplePage() {
  const { id } = useHere();
  const may = useMay();
  const search = useSearch({ from: "/w/$ws/people" });
  const navigate = useNavigate({ from: "/w/$ws/people" });
  const [typed, setTyped] = useState(search.q ?? "");
  const [filter, setFilter] = useState<Condition | null>(null);
  const [creating, setCreating] = useState(false);
  const later = useDebouncedCallback(
    (q: string) => navigate({ search: { q: q || undefined }, replace: true }),
    200,
  );
  const usable = filter && isComplete(filter) ? filter : null;
  const [when] = useDebouncedValue(usable, 300);
  const people = useInfiniteQuery(peopleQuery(id, search.q ?? "", filter ? when : null));
  const { rows, more } = useRows(people);
  const total = people.data?.pages[0]?.total ?? null;
  const narrowed = when !== null || (search.q ?? "") !== "";
  return (
    <Page
      title="People"
      badge={total !== null && <span className={`${classes.total} num`}>{count(total)}</span>}
      actions={
        may.edit && (
          <Button variant="default" leftSection={<IconPlus size={14} />} onClick={() => setCreating(true)}>
            New person
          </Button>
        )
      }
      width="wide"
    >
      <div className={classes.tools}>
        <TextInput
          w={320}
          placeholder="Id, e-mail or name"
          aria-label="Find people"
          leftSection={<IconSearch size={14} />}
          value={typed}
          disabled={filter !== null}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            later(event.currentTarget.value);
          }}
        />
        <Button
          variant={filter ? "light" : "default"}
          leftSection={<IconFilter size={14} />}
          onClick={() => setFilter(filter ? null : EMPTY_FILTER)}
          aria-pressed={filter !== null}
        >
          {filter ? "Remove filter" : "Filter"}
        </Button>
      </div>
      {filter && (
        <FilterPanel
          when={filter}
          onChange={setFilter}
          total={when ? total : null}
          loading={people.isFetching}
        />
      )}
      {people.error ? (
        <Trouble error={people.error} retry={() => people.refetch()} />
      ) : (
        <Panel flush>
          <PeopleTable
            rows={rows}
            more={more}
            empty={
              narrowed ? (
                <Empty icon={IconSearch} title="Nobody found">
                  {when
                    ? "No person fits this condition at the moment."
                    : "Ids and e-mail addresses match from their beginning; names match by word."}
                </Empty>
              ) : (
                <Empty
                  icon={IconUsers}
                  title="No people yet"
                  action={
                    <LinkButton to="/w/$ws/home" params={{ ws: String(id) }}>
                      Send a first event
                    </LinkButton>
                  }
                >
                  A person appears with their first event or update from your product. Their page then shows
                  all that happened, and why they got which message.
                </Empty>
              )
            }
          />
        </Panel>
      )}
      <NewPersonModal opened={creating} onClose={() => setCreating(false)} />
    </Page>
  );
}
