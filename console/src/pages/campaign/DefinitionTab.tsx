import { Button } from "@mantine/core";
import { IconPencil } from "@tabler/icons-react";
import { useMemo, useState } from "react";
import type { Campaign } from "@/api/types";
import { toYaml } from "@/definition/yaml";
import { Code } from "@/ui/Code";
import { useMay } from "@/ui/workspace";
import classes from "./CampaignPage.module.css";
import { DefinitionEditor } from "./DefinitionEditor";

/** The campaign as the file that `beckon export` writes; it can be changed here as well. */
export function DefinitionTab({ campaign }: { campaign: Campaign }) {
  const may = useMay();
  const [editing, setEditing] = useState(false);
  const text = useMemo(() => toYaml(campaign.definition).trimEnd(), [campaign.definition]);
  if (editing)
    return (
      <div className={classes.definition}>
        <DefinitionEditor campaign={campaign} text={text} onDone={() => setEditing(false)} />
      </div>
    );
  return (
    <div className={classes.definition}>
      <div className={classes.pair}>
        <p>
          The whole campaign as a file to review and keep in Git. <code>./beckon export DIR</code> writes it,{" "}
          <code>./beckon apply DIR</code> brings changes back.
        </p>
        {may.edit && (
          <Button variant="default" leftSection={<IconPencil size={14} />} onClick={() => setEditing(true)}>
            Edit
          </Button>
        )}
      </div>
      <Code value={text} language="yaml" label={`Definition of ${campaign.name}`} lines copy />
    </div>
  );
}
