import { TextInput } from "@mantine/core";
import { IconMail, IconSearch } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { messagesQuery } from "@/api/messages";
import type { MessageRow } from "@/api/types";
import { type Column, DataTable, rowLink } from "@/ui/DataTable";
import { Empty } from "@/ui/Empty";
import { CampaignLink, LinkButton, MessageLink } from "@/ui/links";
import { Page } from "@/ui/Page";
import { Panel } from "@/ui/Panel";
import { Subject } from "@/ui/Subject";
import { Trouble } from "@/ui/Trouble";
import { When } from "@/ui/When";
import { useHere } from "@/ui/workspace";
import classes from "./MessagesPage.module.css";

const COLUMNS: readonly Column<MessageRow>[] = [
  { title: "Message", width: "26%", cell: (m) => <MessageLink message={m} className={rowLink} /> },
  {
    title: "Subject",
    cell: (m) => (
      <span className={classes.quiet}>
        <Subject text={m.subject} />
      </span>
    ),
  },
  {
    title: "Used by",
    width: "24%",
    cell: (m) => (
      <span className={classes.uses}>
        {m.uses.map((campaign) => (
          <CampaignLink key={campaign.id} campaign={campaign} />
        ))}
        {m.uses.length === 0 && <span className={classes.quiet}>–</span>}
      </span>
    ),
  },
  {
    title: "Changed",
    width: 112,
    cell: (m) => (
      <span className={classes.quiet}>
        <When at={m.updated_at} />
      </span>
    ),
  },
];

/** What campaigns send. */
export function MessagesPage() {
  const { id } = useHere();
  const [needle, setNeedle] = useState("");
  const query = useQuery(messagesQuery(id));
  const rows = query.data?.items.filter((m) =>
    `${m.name} ${m.subject}`.toLowerCase().includes(needle.toLowerCase()),
  );
  return (
    <Page title="Messages" about="What campaigns send. A change is in force from the next message on.">
      <TextInput
        w={280}
        mb="sm"
        placeholder="Find a message"
        aria-label="Find a message"
        leftSection={<IconSearch size={14} />}
        value={needle}
        onChange={(event) => setNeedle(event.currentTarget.value)}
      />
      {query.error ? (
        <Trouble error={query.error} retry={() => query.refetch()} />
      ) : (
        <Panel flush>
          <DataTable
            label="Messages"
            columns={COLUMNS}
            rows={rows}
            rowKey={(m) => m.id}
            empty={
              needle !== "" ? (
                <Empty icon={IconSearch} title="No message fits">
                  Try another word.
                </Empty>
              ) : (
                <Empty
                  icon={IconMail}
                  title="No messages yet"
                  action={
                    <LinkButton to="/w/$ws/recipes" params={{ ws: String(id) }}>
                      Choose a recipe
                    </LinkButton>
                  }
                >
                  Recipes bring their messages along; make them yours here.
                </Empty>
              )
            }
          />
        </Panel>
      )}
    </Page>
  );
}
