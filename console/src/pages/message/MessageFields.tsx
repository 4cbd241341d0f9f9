import { Tabs, TextInput } from "@mantine/core";
import type { MessageDocument } from "@/definition/campaign";
import { Code } from "@/ui/Code";
import classes from "./MessagePage.module.css";

type Props = {
  draft: MessageDocument;
  onChange: (draft: MessageDocument) => void;
  wrong: (field: string) => string | undefined;
  readOnly: boolean;
};

/** An optional text: empty means absent. */
function withText(
  draft: MessageDocument,
  field: "preheader" | "from" | "text",
  value: string,
): MessageDocument {
  const { [field]: _old, ...rest } = draft;
  return value === "" ? rest : { ...rest, [field]: value };
}

/** The texts of a message; Liquid is allowed everywhere. */
export function MessageFields({ draft, onChange, wrong, readOnly }: Props) {
  return (
    <>
      <TextInput
        label="Subject"
        value={draft.subject}
        readOnly={readOnly}
        error={wrong("subject")}
        onChange={(event) => onChange({ ...draft, subject: event.currentTarget.value })}
      />
      <div className={classes.pair}>
        <TextInput
          label="Preheader"
          placeholder="The line behind the subject"
          value={draft.preheader ?? ""}
          readOnly={readOnly}
          error={wrong("preheader")}
          onChange={(event) => onChange(withText(draft, "preheader", event.currentTarget.value))}
        />
        <TextInput
          label="From"
          placeholder="As the workspace’s sender"
          value={draft.from ?? ""}
          readOnly={readOnly}
          error={wrong("from")}
          onChange={(event) => onChange(withText(draft, "from", event.currentTarget.value))}
        />
      </div>
      <Tabs defaultValue="html" className={classes.bodies}>
        <Tabs.List mb="xs">
          <Tabs.Tab value="html">HTML</Tabs.Tab>
          <Tabs.Tab value="text">Text</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="html" className={classes.body}>
          <Code
            value={draft.html}
            onChange={readOnly ? undefined : (html) => onChange({ ...draft, html })}
            language="html"
            label="HTML of the message"
            lines
            wrap
            maxHeight="100%"
          />
          {wrong("html") && <p className={classes.wrong}>{wrong("html")}</p>}
        </Tabs.Panel>
        <Tabs.Panel value="text" className={classes.body}>
          <Code
            value={draft.text ?? ""}
            onChange={readOnly ? undefined : (text) => onChange(withText(draft, "text", text))}
            language="text"
            label="Plain text of the message"
            lines
            wrap
            maxHeight="100%"
          />
          {wrong("text") && <p className={classes.wrong}>{wrong("text")}</p>}
        </Tabs.Panel>
      </Tabs>
    </>
  );
}
