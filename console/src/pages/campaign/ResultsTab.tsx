import { SegmentedControl } from "@mantine/core";
import { IconChartLine } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { campaignNumbersQuery } from "@/api/campaigns";
import type { Campaign, Metric } from "@/api/types";
import { DayChart } from "@/ui/DayChart";
import { Empty } from "@/ui/Empty";
import { Panel } from "@/ui/Panel";
import { Trouble } from "@/ui/Trouble";
import { useHere } from "@/ui/workspace";
import classes from "./CampaignPage.module.css";
import { MessagesTable } from "./MessagesTable";

const METRICS: { value: Metric; label: string }[] = [
  { value: "sent", label: "Sent" },
  { value: "opened", label: "Opened" },
  { value: "clicked", label: "Clicked" },
  { value: "converted", label: "Converted" },
];

const COLORS: Record<Metric, string> = {
  sent: "var(--chart-1)",
  delivered: "var(--chart-1)",
  opened: "var(--chart-2)",
  clicked: "var(--chart-5)",
  converted: "var(--chart-4)",
};

/** What the campaign brought: per day, and per message. */
export function ResultsTab({ campaign }: { campaign: Campaign }) {
  const { id } = useHere();
  const [days, setDays] = useState("30");
  const [metric, setMetric] = useState<Metric>("sent");
  const query = useQuery(campaignNumbersQuery(id, campaign.id, Number(days)));
  if (query.error) return <Trouble error={query.error} />;
  if (campaign.started === 0)
    return (
      <Empty icon={IconChartLine} title="No results yet">
        Once people walk through the campaign, this page shows per day and per message what was sent, opened,
        clicked and converted.
      </Empty>
    );
  return (
    <div className={classes.results}>
      <Panel
        title="Per day"
        tools={
          <>
            <SegmentedControl
              data={METRICS}
              value={metric}
              onChange={(value) => setMetric(value as Metric)}
              aria-label="Metric"
            />
            <SegmentedControl
              data={[
                { value: "7", label: "7 d" },
                { value: "30", label: "30 d" },
                { value: "90", label: "90 d" },
              ]}
              value={days}
              onChange={setDays}
              aria-label="Period"
            />
          </>
        }
      >
        <DayChart
          points={query.data?.series ?? []}
          metric={metric}
          color={COLORS[metric]}
          label={`${metric} per day`}
          height={230}
        />
      </Panel>
      <Panel title="Messages" note="since the start" flush>
        <MessagesTable campaign={campaign} numbers={query.data} />
      </Panel>
    </div>
  );
}
