import { Button, Group } from "@mantine/core";
import { useState } from "react";
import { useSaveCampaign } from "@/api/campaigns";
import type { Campaign } from "@/api/types";
import type { CampaignDocument } from "@/definition/campaign";
import { fromYaml } from "@/definition/yaml";
import { Code } from "@/ui/Code";
import { plural } from "@/ui/format";
import { said } from "@/ui/notify";
import { Trouble } from "@/ui/Trouble";
import { useHere } from "@/ui/workspace";
import classes from "./CampaignPage.module.css";

type Props = { campaign: Campaign; text: string; onDone: () => void };

/** The definition being changed as text; the server checks it as a whole. */
export function DefinitionEditor({ campaign, text, onDone }: Props) {
  const { id } = useHere();
  const save = useSaveCampaign(id, campaign);
  const [draft, setDraft] = useState(text);
  const read = fromYaml(draft);
  const keep = () => {
    if (read.definition === null) return;
    save.mutate(read.definition as CampaignDocument, {
      onSuccess: () => {
        said("The campaign was saved.");
        onDone();
      },
    });
  };
  return (
    <>
      <p>
        {campaign.state === "running"
          ? `Changes take effect at once, also for the ${plural(campaign.active, "person", "people")} under way: who waits is timed anew from when they arrived.`
          : "Nothing is sent before the campaign is started."}{" "}
        Keep the ids of steps; people stand on them and numbers hang on them.
      </p>
      <Code
        value={draft}
        onChange={setDraft}
        language="yaml"
        label={`Definition of ${campaign.name}`}
        lines
        maxHeight="60vh"
      />
      <div className={classes.problems} aria-live="polite">
        {read.trouble && <div className={`${classes.warning} ${classes.error}`}>{read.trouble}</div>}
        {save.error && <Trouble error={save.error} />}
      </div>
      <Group gap="xs">
        <Button loading={save.isPending} disabled={read.trouble !== null || draft === text} onClick={keep}>
          Save
        </Button>
        <Button variant="default" onClick={onDone}>
          Cancel
        </Button>
      </Group>
    </>
  );
}
