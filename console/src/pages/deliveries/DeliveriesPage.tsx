import { Button, MultiSelect, TextInput } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { IconSearch, IconSend2 } from "@tabler/icons-react";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { deliveriesQuery } from "@/api/messages";
import type { DeliveryState } from "@/api/types";
import { Empty } from "@/ui/Empty";
import { Page } from "@/ui/Page";
import { Panel } from "@/ui/Panel";
import { useRows } from "@/ui/pages";
import { DELIVERY_WORDS } from "@/ui/Status";
import { Trouble } from "@/ui/Trouble";
import { useHere } from "@/ui/workspace";
import classes from "./DeliveriesPage.module.css";
import { DeliveryDrawer } from "./DeliveryDrawer";
import { DeliveryTable } from "./DeliveryTable";

const STATES = (Object.keys(DELIVERY_WORDS) as DeliveryState[]).map((state) => ({
  value: state,
  label: DELIVERY_WORDS[state][1],
}));

/** Every message, to whom, and what became of it. */
export function DeliveriesPage() {
  const { id } = useHere();
  const search = useSearch({ from: "/w/$ws/deliveries" });
  const navigate = useNavigate({ from: "/w/$ws/deliveries" });
  const [typed, setTyped] = useState(search.q ?? "");
  const states = (search.state ?? "").split(",").filter((state) => state in DELIVERY_WORDS);
  const set = (next: Partial<typeof search>) =>
    void navigate({ search: (old) => ({ ...old, ...next }), replace: true });
  const later = useDebouncedCallback((q: string) => set({ q: q || undefined }), 200);
  const query = useInfiniteQuery(deliveriesQuery(id, { q: search.q ?? "", state: states, campaign: "" }));
  const { rows, more } = useRows(query);
  const narrowed = states.length > 0 || (search.q ?? "") !== "";
  return (
    <Page title="Deliveries" about="Every message, to whom, and what became of it." width="wide">
      <div className={classes.tools} role="search" aria-label="Find messages">
        <TextInput
          w={280}
          placeholder="Address or subject"
          aria-label="Address or subject"
          leftSection={<IconSearch size={14} />}
          value={typed}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            later(event.currentTarget.value);
          }}
        />
        <MultiSelect
          miw={220}
          size="xs"
          data={STATES}
          value={states}
          onChange={(next) => set({ state: next.join(",") || undefined })}
          placeholder={states.length === 0 ? "Any state" : undefined}
          aria-label="State"
          clearable
          hidePickedOptions
        />
        {narrowed && (
          <Button
            variant="subtle"
            color="gray"
            onClick={() => {
              setTyped("");
              void navigate({ search: {}, replace: true });
            }}
          >
            Clear
          </Button>
        )}
      </div>
      {query.error ? (
        <Trouble error={query.error} retry={() => query.refetch()} />
      ) : (
        <Panel flush>
          <DeliveryTable
            rows={rows}
            more={more}
            onOpen={(delivery) => set({ delivery })}
            empty={
              narrowed ? (
                <Empty icon={IconSearch} title="No message fits">
                  Try another state, or a part of the address.
                </Empty>
              ) : (
                <Empty icon={IconSend2} title="No messages yet">
                  As soon as a campaign sends, each message is listed here: delivered, opened, clicked – or
                  held back, with the reason.
                </Empty>
              )
            }
          />
        </Panel>
      )}
      <DeliveryDrawer delivery={search.delivery ?? null} onClose={() => set({ delivery: undefined })} />
    </Page>
  );
}
