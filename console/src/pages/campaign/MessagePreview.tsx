import { Skeleton } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { messagePreviewQuery, messagesQuery } from "@/api/messages";
import { MessageLink } from "@/ui/links";
import { MessageFrame } from "@/ui/MessageFrame";
import { PersonPick } from "@/ui/PersonPick";
import { Trouble } from "@/ui/Trouble";
import { useHere } from "@/ui/workspace";
import classes from "./CampaignPage.module.css";

/** The message of a step as one person would get it. */
export function MessagePreview({ message, campaignId }: { message: string; campaignId: number }) {
  const { id } = useHere();
  const [person, setPerson] = useState("");
  const messages = useQuery(messagesQuery(id));
  const own = messages.data?.items.find((one) => one.name === message);
  const preview = useQuery(
    messagePreviewQuery(id, { message, campaign_id: campaignId, person: person || undefined }),
  );
  return (
    <section aria-label="Message">
      <div className={classes.pair}>
        <h3>{own ? <MessageLink message={own} /> : "Message"}</h3>
        <PersonPick value={person} onChange={setPerson} placeholder="For a made-up person" width={210} />
      </div>
      {preview.error && <Trouble error={preview.error} />}
      {!preview.data && !preview.error && <Skeleton height={320} />}
      {preview.data && (
        <>
          <div className={classes.frame}>
            <div className={classes.subject}>
              <strong>{preview.data.subject}</strong>
              <span>
                {preview.data.from} → {preview.data.to}
              </span>
            </div>
            <MessageFrame html={preview.data.html} title={`Message ${message}`} height={430} />
          </div>
          {preview.data.warnings.map((warning) => (
            <div key={warning.variable + warning.where} className={classes.warning}>
              <IconAlertTriangle size={15} aria-hidden />
              <span>
                <code>{warning.variable}</code> {warning.detail}
              </span>
            </div>
          ))}
        </>
      )}
    </section>
  );
}
