import { useMemo } from "react";
import type { Campaign } from "@/api/types";
import { toYaml } from "@/definition/yaml";
import { Code } from "@/ui/Code";
import classes from "./CampaignPage.module.css";

/** The campaign as the file that `beckon export` writes. */
export function DefinitionTab({ campaign }: { campaign: Campaign }) {
  const text = useMemo(() => toYaml(campaign.definition).trimEnd(), [campaign.definition]);
  return (
    <div className={classes.definition}>
      <p>
        The whole campaign as a file to review and keep in Git. <code>./beckon export DIR</code> writes it,{" "}
        <code>./beckon apply DIR</code> brings changes back.
      </p>
      <Code value={text} language="yaml" label={`Definition of ${campaign.name}`} lines copy />
    </div>
  );
}
