import { IconArrowsSplit2 } from "@tabler/icons-react";
import type { CampaignRow } from "@/api/types";
import { triggerInWords } from "@/definition/summary";
import { type Column, DataTable, rowLink } from "@/ui/DataTable";
import { Empty } from "@/ui/Empty";
import { compact, percent } from "@/ui/format";
import { CampaignLink, LinkButton } from "@/ui/links";
import { Panel } from "@/ui/Panel";
import { Sparkline } from "@/ui/Sparkline";
import { useHere } from "@/ui/workspace";

const COLUMNS: readonly Column<CampaignRow>[] = [
  { title: "Campaign", cell: (c) => <CampaignLink campaign={c} className={rowLink} /> },
  {
    title: "Trigger",
    cell: (c) => <span style={{ color: "var(--text-3)" }}>{triggerInWords(c.trigger)}</span>,
    width: "22%",
  },
  { title: "Under way", cell: (c) => compact(c.active), end: true, width: 96 },
  { title: "Sent", cell: (c) => compact(c.numbers.sent), end: true, width: 84 },
  { title: "Opened", cell: (c) => percent(c.numbers.opened, c.numbers.delivered), end: true, width: 84 },
  { title: "Clicked", cell: (c) => percent(c.numbers.clicked, c.numbers.delivered), end: true, width: 84 },
  {
    title: "Converted",
    cell: (c) => percent(c.numbers.converted, c.numbers.delivered),
    end: true,
    width: 92,
  },
  {
    title: "30 days",
    cell: (c) => <Sparkline points={c.spark} label={`Messages per day of ${c.name}`} />,
    width: 128,
  },
];

/** The campaigns that are at work. */
export function RunningPanel({ campaigns }: { campaigns: readonly CampaignRow[] | undefined }) {
  const ws = String(useHere().id);
  return (
    <Panel title="Running campaigns" note="last 30 days" flush>
      <DataTable
        label="Running campaigns"
        columns={COLUMNS}
        rows={campaigns}
        rowKey={(c) => c.id}
        empty={
          <Empty
            compact
            icon={IconArrowsSplit2}
            title="No campaign is running"
            action={
              <LinkButton to="/w/$ws/recipes" params={{ ws }}>
                Choose a recipe
              </LinkButton>
            }
          >
            A campaign watches for something to happen and then walks each person through its steps. Recipes
            are campaigns that work, ready to install.
          </Empty>
        }
      />
    </Panel>
  );
}
