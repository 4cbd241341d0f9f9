import { SegmentedControl, TextInput } from "@mantine/core";
import { IconArrowsSplit2, IconBolt, IconPlus, IconSearch, IconStack2 } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { campaignsQuery } from "@/api/campaigns";
import type { CampaignRow } from "@/api/types";
import { triggerInWords } from "@/definition/summary";
import { type Column, DataTable, rowLink } from "@/ui/DataTable";
import { Empty } from "@/ui/Empty";
import { compact, percent } from "@/ui/format";
import { CampaignLink, LinkButton } from "@/ui/links";
import { Page } from "@/ui/Page";
import { Panel } from "@/ui/Panel";
import { Sparkline } from "@/ui/Sparkline";
import { CampaignStatus } from "@/ui/Status";
import { Trouble } from "@/ui/Trouble";
import { useHere, useMay } from "@/ui/workspace";
import classes from "./CampaignsPage.module.css";

const STATES = [
  { value: "", label: "All" },
  { value: "running", label: "Running" },
  { value: "draft", label: "Drafts" },
  { value: "stopped", label: "Stopped" },
];

const share = (c: CampaignRow, n: number) => percent(n, c.numbers.delivered);

const COLUMNS: readonly Column<CampaignRow>[] = [
  {
    title: "Campaign",
    cell: (c) => (
      <div className={classes.name}>
        <CampaignLink campaign={c} className={rowLink} />
        <span>
          {"event" in c.trigger ? (
            <IconBolt size={13} aria-label="Event" />
          ) : (
            <IconStack2 size={13} aria-label="Segment" />
          )}
          <span>{triggerInWords(c.trigger)}</span>
        </span>
      </div>
    ),
  },
  { title: "State", width: 120, cell: (c) => <CampaignStatus state={c.state} /> },
  { title: "Under way", width: 96, end: true, cell: (c) => compact(c.active) },
  { title: "Started", width: 84, end: true, cell: (c) => compact(c.started) },
  { title: "Sent", width: 80, end: true, cell: (c) => compact(c.numbers.sent) },
  { title: "Opened", width: 80, end: true, cell: (c) => share(c, c.numbers.opened) },
  { title: "Clicked", width: 80, end: true, cell: (c) => share(c, c.numbers.clicked) },
  { title: "Converted", width: 88, end: true, cell: (c) => share(c, c.numbers.converted) },
  {
    title: "30 days",
    width: 140,
    cell: (c) => <Sparkline points={c.spark} label={`Messages per day of ${c.name}`} width={108} />,
  },
];

/** All campaigns with their state and what they brought. */
export function CampaignsPage() {
  const { id } = useHere();
  const may = useMay();
  const ws = String(id);
  const [needle, setNeedle] = useState("");
  const [state, setState] = useState("");
  const query = useQuery(campaignsQuery(id));
  const rows = query.data?.items.filter(
    (c) => c.name.toLowerCase().includes(needle.toLowerCase()) && (state === "" || c.state === state),
  );
  const create = (
    <LinkButton to="/w/$ws/recipes" params={{ ws }} leftSection={<IconPlus size={14} />}>
      New from a recipe
    </LinkButton>
  );
  return (
    <Page
      title="Campaigns"
      about="Each one watches for a moment and walks every person through its steps."
      actions={may.edit && create}
      width="wide"
    >
      <div className={classes.tools}>
        <TextInput
          w={280}
          placeholder="Find a campaign"
          aria-label="Find a campaign"
          leftSection={<IconSearch size={14} />}
          value={needle}
          onChange={(event) => setNeedle(event.currentTarget.value)}
        />
        <SegmentedControl data={STATES} value={state} onChange={setState} aria-label="State" />
      </div>
      {query.error ? (
        <Trouble error={query.error} retry={() => query.refetch()} />
      ) : (
        <Panel flush>
          <DataTable
            label="Campaigns"
            columns={COLUMNS}
            rows={rows}
            rowKey={(c) => c.id}
            rowHeight={56}
            empty={
              needle !== "" || state !== "" ? (
                <Empty icon={IconSearch} title="No campaign fits">
                  Try another word or state.
                </Empty>
              ) : (
                <Empty icon={IconArrowsSplit2} title="No campaigns yet" action={may.edit && create}>
                  A campaign waits for something to happen – or to conspicuously not happen – and then sends,
                  waits and decides for each person. Recipes are campaigns that work, ready to install.
                </Empty>
              )
            }
          />
        </Panel>
      )}
    </Page>
  );
}
