import { Button, SegmentedControl } from "@mantine/core";
import { IconKey } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { keysQuery, useCreateKey, useFreshKeys } from "@/api/workspace";
import { Code } from "./Code";
import { failed } from "./notify";
import classes from "./Snippets.module.css";
import { SNIPPET_LANGUAGES, type SnippetLanguage, snippet } from "./snippets";
import { useHere, useMay } from "./workspace";

/** Copy-and-paste code for the first event, filled in with keys that were just made. */
export function Snippets() {
  const { id, baseUrl } = useHere();
  const { own } = useMay();
  const [language, setLanguage] = useState<SnippetLanguage>("curl");
  const fresh = useFreshKeys(id);
  const { data: known } = useQuery(keysQuery(id));
  const site = known?.items.find((key) => key.kind === "track" && key.revoked_at === null)?.site_id;
  const keys = fresh.site_id === undefined && site ? { ...fresh, site_id: site } : fresh;
  const create = useCreateKey(id);
  const kind = SNIPPET_LANGUAGES.find((one) => one.value === language)?.kind ?? "track";
  const filled = kind === "track" ? keys.api_key !== undefined : keys.write_key !== undefined;
  return (
    <div>
      <div className={classes.head}>
        <SegmentedControl
          data={SNIPPET_LANGUAGES.map(({ value, label }) => ({ value, label }))}
          value={language}
          onChange={(value) => setLanguage(value as SnippetLanguage)}
          aria-label="Language"
        />
        {!filled && own && (
          <Button
            variant="default"
            leftSection={<IconKey size={14} />}
            loading={create.isPending}
            onClick={() => create.mutate({ name: "Made for a snippet", kind }, { onError: failed })}
          >
            Make a key and fill it in
          </Button>
        )}
        {filled && <span className={classes.note}>Filled in with your new key. It is shown only now.</span>}
      </div>
      <Code value={snippet(language, baseUrl, keys)} language="text" label="Code for the first event" copy />
    </div>
  );
}
