import { Link } from "@tanstack/react-router";
import type { Campaign, CampaignNumbers, Numbers } from "@/api/types";
import { allSteps, type SendStep } from "@/definition/campaign";
import { type Column, DataTable, rowLink } from "@/ui/DataTable";
import { count, percent } from "@/ui/format";
import { useHere } from "@/ui/workspace";

type Row = { step: SendStep; numbers: Numbers | null; converted: number };

/** The messages of a campaign beside each other. */
export function MessagesTable({
  campaign,
  numbers,
}: {
  campaign: Campaign;
  numbers: CampaignNumbers | undefined;
}) {
  const ws = String(useHere().id);
  const rows = allSteps(campaign.definition.steps).flatMap((step): Row[] => {
    if (!("send" in step)) return [];
    const own = numbers?.steps[step.id];
    return [{ step, numbers: own?.numbers ?? null, converted: own?.converted ?? 0 }];
  });
  const share = (row: Row, pick: (n: Numbers) => number) =>
    row.numbers ? percent(pick(row.numbers), row.numbers.delivered) : "–";
  const columns: Column<Row>[] = [
    {
      title: "Message",
      cell: (row) => (
        <Link
          to="/w/$ws/campaigns/$campaign"
          params={{ ws, campaign: String(campaign.id) }}
          search={{ step: row.step.id }}
          className={rowLink}
        >
          {row.step.send.message}
        </Link>
      ),
    },
    { title: "Sent", width: 96, end: true, cell: (row) => (row.numbers ? count(row.numbers.sent) : "–") },
    {
      title: "Delivered",
      width: 96,
      end: true,
      cell: (row) => (row.numbers ? percent(row.numbers.delivered, row.numbers.sent) : "–"),
    },
    { title: "Opened", width: 96, end: true, cell: (row) => share(row, (n) => n.opened) },
    { title: "Clicked", width: 96, end: true, cell: (row) => share(row, (n) => n.clicked) },
    {
      title: "Converted",
      width: 96,
      end: true,
      cell: (row) => (row.numbers ? percent(row.converted, row.numbers.delivered) : "–"),
    },
    {
      title: "Bounced",
      width: 96,
      end: true,
      cell: (row) => (row.numbers ? percent(row.numbers.bounced, row.numbers.sent) : "–"),
    },
    { title: "Unsubscribed", width: 110, end: true, cell: (row) => share(row, (n) => n.unsubscribed) },
  ];
  return <DataTable label="Messages" columns={columns} rows={rows} rowKey={(row) => row.step.id} />;
}
