import { Drawer, Skeleton, Tabs } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { deliveryQuery } from "@/api/messages";
import type { DeliveryDetail } from "@/api/types";
import { Code } from "@/ui/Code";
import { exactly } from "@/ui/format";
import { HeaderList } from "@/ui/HeaderList";
import { CampaignLink, JourneyLink, PersonLink } from "@/ui/links";
import { MessageFrame } from "@/ui/MessageFrame";
import { DELIVERY_WORDS, DeliveryStatus, Status } from "@/ui/Status";
import { Trouble } from "@/ui/Trouble";
import { useHere } from "@/ui/workspace";
import classes from "./DeliveryDrawer.module.css";

/** One message as it was sent, and what became of it. */
export function DeliveryDrawer({ delivery, onClose }: { delivery: string | null; onClose: () => void }) {
  const { id } = useHere();
  const query = useQuery({ ...deliveryQuery(id, delivery ?? ""), enabled: delivery !== null });
  return (
    <Drawer opened={delivery !== null} onClose={onClose} size={640} title={query.data?.subject ?? "Message"}>
      {query.error && <Trouble error={query.error} />}
      {!query.data && !query.error && <Skeleton height={320} />}
      {query.data && <Detail delivery={query.data} />}
    </Drawer>
  );
}

function Detail({ delivery }: { delivery: DeliveryDetail }) {
  const { zone } = useHere();
  return (
    <div className={classes.detail}>
      <div className={classes.line}>
        <DeliveryStatus state={delivery.state} />
        <span>
          to <PersonLink person={delivery.person} />{" "}
          {delivery.to !== "" && <span className={classes.quiet}>{delivery.to}</span>}
        </span>
      </div>
      {delivery.reason && <p className={classes.reason}>{delivery.reason}</p>}
      {delivery.campaign && (
        <p className={classes.quiet}>
          From <CampaignLink campaign={delivery.campaign} />
          {delivery.journey_id && (
            <>
              {" · "}
              <JourneyLink journey={delivery.journey_id}>why it was sent</JourneyLink>
            </>
          )}
        </p>
      )}
      <ol className={classes.timeline} aria-label="What became of it">
        {delivery.timeline.map((entry) => (
          <li key={entry.kind + entry.at}>
            <Status tone={DELIVERY_WORDS[entry.kind][0]} plain>
              {DELIVERY_WORDS[entry.kind][1]}
            </Status>
            <time className="num" dateTime={entry.at}>
              {exactly(entry.at, zone)}
            </time>
          </li>
        ))}
      </ol>
      <Tabs defaultValue="html">
        <Tabs.List mb="sm">
          <Tabs.Tab value="html">Message</Tabs.Tab>
          <Tabs.Tab value="text">Text</Tabs.Tab>
          <Tabs.Tab value="headers">Headers</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="html">
          {delivery.html ? (
            <div className={classes.frame}>
              <MessageFrame html={delivery.html} title="The message" height={520} />
            </div>
          ) : (
            <p className={classes.quiet}>The body is no longer kept.</p>
          )}
        </Tabs.Panel>
        <Tabs.Panel value="text">
          <Code value={delivery.text ?? ""} language="text" label="Plain text" wrap />
        </Tabs.Panel>
        <Tabs.Panel value="headers">
          <HeaderList headers={delivery.headers} />
        </Tabs.Panel>
      </Tabs>
    </div>
  );
}
