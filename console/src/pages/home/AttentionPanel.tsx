import { Skeleton } from "@mantine/core";
import {
  type Icon,
  IconAlertTriangle,
  IconCircleCheck,
  IconFileText,
  IconMailX,
  IconPlugConnectedX,
  IconRouteX,
  IconUserExclamation,
} from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import type { Attention, AttentionKind, Home } from "@/api/types";
import { Panel } from "@/ui/Panel";
import { When } from "@/ui/When";
import { useHere } from "@/ui/workspace";
import classes from "./AttentionPanel.module.css";

const LOOK: Record<AttentionKind, { icon: Icon; color: string }> = {
  failing_deliveries: { icon: IconMailX, color: "var(--bad)" },
  incidents: { icon: IconRouteX, color: "var(--bad)" },
  identifier_conflicts: { icon: IconUserExclamation, color: "var(--warn)" },
  bounce_rate: { icon: IconAlertTriangle, color: "var(--bad)" },
  drafts: { icon: IconFileText, color: "var(--text-3)" },
  sender: { icon: IconPlugConnectedX, color: "var(--warn)" },
};

/** What somebody should look at, or the good news that there is nothing. */
export function AttentionPanel({ home }: { home: Home | undefined }) {
  return (
    <Panel
      title="Needs attention"
      note={home && home.attention.length > 0 ? String(home.attention.length) : undefined}
      className={classes.panel}
    >
      {!home && [0, 1, 2].map((n) => <Skeleton key={n} height={34} mb={12} />)}
      {home?.attention.length === 0 && (
        <div className={classes.calm}>
          <IconCircleCheck size={26} stroke={1.5} aria-hidden />
          <strong>All is well</strong>
          <p>Failing messages, refused updates and bounces would show up here.</p>
        </div>
      )}
      {home && home.attention.length > 0 && (
        <ul className={classes.list}>
          {home.attention.map((one) => (
            <li key={one.kind + one.title}>
              <Row attention={one} />
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

function Row({ attention }: { attention: Attention }) {
  const { icon: Picture, color } = LOOK[attention.kind];
  return (
    <Go attention={attention}>
      <Picture size={17} stroke={1.8} color={color} aria-hidden />
      <div className={classes.text}>
        <strong>{attention.title}</strong>
        <p>{attention.detail}</p>
        {attention.since && (
          <span className={classes.since}>
            <When at={attention.since} />
          </span>
        )}
      </div>
    </Go>
  );
}

function Go({ attention, children }: { attention: Attention; children: React.ReactNode }) {
  const ws = String(useHere().id);
  const { page, id, filter } = attention.link;
  const shared = { className: classes.row, children };
  switch (page) {
    case "deliveries":
      return (
        <Link to="/w/$ws/deliveries" params={{ ws }} search={{ state: filter ?? undefined }} {...shared} />
      );
    case "activity":
      return <Link to="/w/$ws/activity" params={{ ws }} search={{ type: filter ?? undefined }} {...shared} />;
    case "campaign":
      return <Link to="/w/$ws/campaigns/$campaign" params={{ ws, campaign: String(id) }} {...shared} />;
    case "settings":
      return <Link to="/w/$ws/settings" params={{ ws }} search={{ section: "sender" }} {...shared} />;
    case "people":
      return <Link to="/w/$ws/people" params={{ ws }} search={{ q: filter ?? undefined }} {...shared} />;
  }
}
