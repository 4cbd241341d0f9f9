import { Loader, SegmentedControl } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { IconAlertTriangle } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { messagePreviewQuery } from "@/api/messages";
import type { MessageDocument } from "@/definition/campaign";
import { MessageFrame } from "@/ui/MessageFrame";
import { PersonPick } from "@/ui/PersonPick";
import { Trouble } from "@/ui/Trouble";
import { WIDTHS, type Width } from "@/ui/widths";
import { useHere } from "@/ui/workspace";
import classes from "./MessagePage.module.css";

const PAUSE_MS = 350;

/** The draft as one person would get it, a moment after each change. */
export function LivePreview({
  draft,
  campaignId,
}: {
  draft: MessageDocument;
  campaignId: number | undefined;
}) {
  const { id } = useHere();
  const [person, setPerson] = useState("");
  const [width, setWidth] = useState<Width>("desktop");
  const [settled] = useDebouncedValue(draft, PAUSE_MS);
  const request = { definition: settled, person: person || undefined, campaign_id: campaignId };
  const preview = useQuery({ ...messagePreviewQuery(id, request), placeholderData: (previous) => previous });
  return (
    <section className={classes.preview} aria-label="Preview">
      <div className={classes.previewBar}>
        <PersonPick value={person} onChange={setPerson} placeholder="For a made-up person" width={230} />
        {preview.isFetching && <Loader size={13} color="gray" aria-label="Rendering" />}
        <SegmentedControl
          data={WIDTHS}
          value={width}
          onChange={(next) => setWidth(next as Width)}
          aria-label="Width"
          ml="auto"
        />
      </div>
      {preview.error && <Trouble error={preview.error} />}
      {preview.data && (
        <div className={classes.envelope}>
          <strong>{preview.data.subject}</strong>
          <span>
            {preview.data.preheader && `${preview.data.preheader} · `}
            {preview.data.from} → {preview.data.to}
          </span>
          {preview.data.warnings.map((warning) => (
            <span key={warning.variable + warning.where} className={classes.warning}>
              <IconAlertTriangle size={14} aria-hidden /> <code>{warning.variable}</code> {warning.detail}
            </span>
          ))}
        </div>
      )}
      <div className={classes.stage}>
        <div className={classes.screen} style={{ maxWidth: width === "phone" ? 375 : 760 }}>
          {preview.data && <MessageFrame html={preview.data.html} title="Preview of the message" />}
        </div>
      </div>
    </section>
  );
}
