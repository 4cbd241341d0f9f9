import { SegmentedControl, Skeleton, Tabs } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { sandboxMessageQuery, sandboxRawQuery } from "@/api/messages";
import type { SandboxMessage } from "@/api/types";
import { Code } from "@/ui/Code";
import { bytes, dayAndTime, plural } from "@/ui/format";
import { HeaderList } from "@/ui/HeaderList";
import { CampaignLink, JourneyLink, PersonLink } from "@/ui/links";
import { MessageFrame } from "@/ui/MessageFrame";
import { Status } from "@/ui/Status";
import { Trouble } from "@/ui/Trouble";
import { WIDTHS, type Width } from "@/ui/widths";
import { useHere } from "@/ui/workspace";
import classes from "./SandboxPage.module.css";

/** One message of the inbox: as it looks, as text, as source, with its headers and links. */
export function MessageView({ id }: { id: string }) {
  const { id: workspace } = useHere();
  const query = useQuery(sandboxMessageQuery(workspace, id));
  const [tab, setTab] = useState<string | null>("look");
  const [width, setWidth] = useState<Width>("desktop");
  if (query.error)
    return (
      <div className={classes.body}>
        <Trouble error={query.error} retry={() => query.refetch()} />
      </div>
    );
  if (!query.data)
    return (
      <div className={classes.body}>
        <Skeleton height={360} />
      </div>
    );
  const message = query.data;
  return (
    <Tabs value={tab} onChange={setTab} className={classes.view} aria-label="Message">
      <Head message={message} />
      <div className={classes.bar}>
        <Tabs.List>
          <Tabs.Tab value="look">Message</Tabs.Tab>
          <Tabs.Tab value="text">Text</Tabs.Tab>
          <Tabs.Tab value="headers">Headers</Tabs.Tab>
          <Tabs.Tab value="links">Links</Tabs.Tab>
          <Tabs.Tab value="source">Source</Tabs.Tab>
        </Tabs.List>
        {tab === "look" && (
          <SegmentedControl
            data={WIDTHS}
            value={width}
            onChange={(next) => setWidth(next as Width)}
            aria-label="Width"
          />
        )}
      </div>
      <Tabs.Panel value="look" className={classes.stage}>
        <div className={`${classes.screen} ${width === "phone" ? classes.phone : ""}`}>
          {message.html ? (
            <MessageFrame html={message.html} title={message.subject} />
          ) : (
            <pre style={{ padding: 20 }}>{message.text}</pre>
          )}
        </div>
      </Tabs.Panel>
      <Tabs.Panel value="text" className={classes.body}>
        <Code value={message.text ?? ""} language="text" label="Plain text" wrap />
      </Tabs.Panel>
      <Tabs.Panel value="headers" className={classes.body}>
        <HeaderList headers={message.headers} />
      </Tabs.Panel>
      <Tabs.Panel value="links" className={classes.body}>
        <Links message={message} />
      </Tabs.Panel>
      <Tabs.Panel value="source" className={classes.body}>
        <Source id={id} />
      </Tabs.Panel>
    </Tabs>
  );
}

function Head({ message }: { message: SandboxMessage }) {
  const { zone } = useHere();
  return (
    <header className={classes.head}>
      <h2>{message.subject}</h2>
      <div className={classes.people}>
        <span>
          From <b>{message.from}</b>
        </span>
        <span>
          To <b>{message.to}</b>
        </span>
        <span className="num">{dayAndTime(message.at, zone)}</span>
        <span className="num">{bytes(message.size_bytes)}</span>
      </div>
      <div className={classes.context}>
        {message.person && <PersonLink person={message.person} mark />}
        {message.campaign && <CampaignLink campaign={message.campaign} />}
        {message.journey_id && <JourneyLink journey={message.journey_id}>Why it was sent</JourneyLink>}
        {message.opened_at && <Status tone="teal">Opened</Status>}
        {message.clicked_at && <Status tone="plum">Clicked</Status>}
      </div>
    </header>
  );
}

function Links({ message }: { message: SandboxMessage }) {
  return (
    <ul className={classes.links}>
      {message.links.map((link) => (
        <li key={link.tracked_url}>
          <a href={link.tracked_url} target="_blank" rel="noreferrer">
            {link.url}
          </a>
          <span className="num">{plural(link.clicks, "click")}</span>
        </li>
      ))}
      {message.unsubscribe_url && (
        <li>
          <a href={message.unsubscribe_url} target="_blank" rel="noreferrer">
            Unsubscribe
          </a>
          <span>one click</span>
        </li>
      )}
      {message.links.length === 0 && !message.unsubscribe_url && <li>This message has no links.</li>}
    </ul>
  );
}

function Source({ id }: { id: string }) {
  const { id: workspace } = useHere();
  const raw = useQuery(sandboxRawQuery(workspace, id));
  if (raw.error) return <Trouble error={raw.error} />;
  if (raw.data === undefined) return <Skeleton height={300} />;
  return <Code value={raw.data.replaceAll("\r\n", "\n")} language="text" label="Source" lines copy />;
}
