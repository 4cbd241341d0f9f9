import { IconActivity } from "@tabler/icons-react";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useMemo, useState } from "react";
import { type ActivityFilter, activityQuery } from "@/api/activity";
import type { Activity } from "@/api/types";
import { isActivityType } from "@/ui/activityLook";
import { Empty } from "@/ui/Empty";
import { LinkButton } from "@/ui/links";
import { Page } from "@/ui/Page";
import { Panel } from "@/ui/Panel";
import { useRows } from "@/ui/pages";
import { Trouble } from "@/ui/Trouble";
import { useHere } from "@/ui/workspace";
import { ActivityDrawer } from "./ActivityDrawer";
import { ActivityTable } from "./ActivityTable";
import { FilterBar } from "./FilterBar";
import { LivePulse } from "./LivePulse";
import { useLive } from "./useLive";

/** The live log of everything that happens in the workspace. */
export function ActivityPage() {
  const { id } = useHere();
  const search = useSearch({ from: "/w/$ws/activity" });
  const navigate = useNavigate({ from: "/w/$ws/activity" });
  const filter: ActivityFilter = useMemo(
    () => ({
      type: (search.type ?? "").split(",").filter(isActivityType),
      name: search.name ?? "",
      person: search.person ?? "",
      failed: search.failed ?? false,
    }),
    [search],
  );
  const [paused, setPaused] = useState(false);
  const [open, setOpen] = useState<Activity | null>(null);
  const history = useInfiniteQuery(activityQuery(id, filter));
  const live = useLive(id, filter, paused);
  const { rows, more } = useRows(history);
  const fresh = new Set(live.arrived.map((activity) => activity.id));
  const all = rows && [...live.arrived, ...rows.filter((activity) => !fresh.has(activity.id))];
  const filtered = filter.type.length > 0 || filter.name !== "" || filter.person !== "" || filter.failed;
  return (
    <Page
      title="Activity"
      about="Everything that arrives and everything Beckon does, as it happens."
      actions={<LivePulse live={live} paused={paused} onPause={setPaused} />}
      width="wide"
    >
      <FilterBar
        filter={filter}
        onChange={(next) =>
          navigate({
            replace: true,
            search: {
              type: next.type.join(",") || undefined,
              name: next.name || undefined,
              person: next.person || undefined,
              failed: next.failed || undefined,
            },
          })
        }
      />
      {history.error && <Trouble error={history.error} retry={() => history.refetch()} />}
      {!history.error && (
        <Panel flush>
          <ActivityTable
            rows={all}
            arrived={fresh}
            more={more}
            onOpen={setOpen}
            empty={
              filtered ? (
                <Empty icon={IconActivity} title="Nothing matches">
                  Nothing in the log fits these filters. New activity that does will appear here by itself.
                </Empty>
              ) : (
                <Empty
                  icon={IconActivity}
                  title="Waiting for the first event"
                  action={
                    <LinkButton to="/w/$ws/home" params={{ ws: String(id) }}>
                      Show me how to send one
                    </LinkButton>
                  }
                >
                  Each event, each change of a person and each message shows up here the moment it happens. It
                  is the place to see that your code works.
                </Empty>
              )
            }
          />
        </Panel>
      )}
      <ActivityDrawer activity={open} onClose={() => setOpen(null)} />
    </Page>
  );
}
