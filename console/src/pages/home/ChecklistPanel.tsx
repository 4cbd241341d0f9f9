import { ActionIcon, Collapse, Tooltip, UnstyledButton } from "@mantine/core";
import { IconCheck, IconChevronDown, IconX } from "@tabler/icons-react";
import { useState } from "react";
import type { Checklist, ChecklistKey } from "@/api/types";
import { useDismissChecklist } from "@/api/workspace";
import { LinkButton } from "@/ui/links";
import { Panel } from "@/ui/Panel";
import { Snippets } from "@/ui/Snippets";
import { useHere } from "@/ui/workspace";
import classes from "./ChecklistPanel.module.css";

const WORDS: Record<ChecklistKey, { title: string; about: string }> = {
  first_event: {
    title: "Send your first event",
    about: "Paste this into a terminal or your code. The line ticks itself the moment the event arrives.",
  },
  first_person: {
    title: "Meet your first person",
    about: "An event with a customer id creates the person; their page shows all that happened.",
  },
  first_campaign: {
    title: "Start a first campaign",
    about: "Install a recipe, look at its canvas, start it.",
  },
  first_message: {
    title: "See a message arrive",
    about: "Until a sender is connected, messages land in the sandbox inbox exactly as they would arrive.",
  },
  sender: {
    title: "Connect a sender",
    about: "An SMTP server of yours, when you are ready to write to real people.",
  },
};

/** What to do first; each line ticks itself when it has happened. */
export function ChecklistPanel({ checklist }: { checklist: Checklist }) {
  const { id } = useHere();
  const dismiss = useDismissChecklist(id);
  const done = checklist.items.filter((item) => item.done_at !== null).length;
  const next = checklist.items.find((item) => item.done_at === null)?.key ?? null;
  const [chosen, setChosen] = useState<ChecklistKey | null | "next">("next");
  const open = chosen === "next" ? next : chosen;
  return (
    <Panel
      title="Getting started"
      note={`${done} of ${checklist.items.length} done`}
      tools={
        <Tooltip label="Hide this list">
          <ActionIcon
            color="gray"
            aria-label="Hide the getting-started list"
            onClick={() => dismiss.mutate(true)}
          >
            <IconX size={15} />
          </ActionIcon>
        </Tooltip>
      }
    >
      <div className={classes.bar} aria-hidden>
        {checklist.items.map((item) => (
          <span key={item.key} data-done={item.done_at !== null || undefined} />
        ))}
      </div>
      <ol className={classes.list}>
        {checklist.items.map((item) => (
          <li key={item.key}>
            <UnstyledButton
              className={classes.row}
              aria-expanded={open === item.key}
              onClick={() => setChosen(open === item.key ? null : item.key)}
            >
              <span className={classes.tick} data-done={item.done_at !== null || undefined}>
                {item.done_at !== null && <IconCheck size={12} stroke={3} />}
              </span>
              <span className={classes.title} data-done={item.done_at !== null || undefined}>
                {WORDS[item.key].title}
                {item.done_at !== null && <span className="visually-hidden"> (done)</span>}
              </span>
              <IconChevronDown
                size={15}
                className={classes.chevron}
                data-open={open === item.key || undefined}
                aria-hidden
              />
            </UnstyledButton>
            <Collapse expanded={open === item.key}>
              <div className={classes.body}>
                <p>{WORDS[item.key].about}</p>
                <Help step={item.key} />
              </div>
            </Collapse>
          </li>
        ))}
      </ol>
    </Panel>
  );
}

function Help({ step }: { step: ChecklistKey }) {
  const ws = String(useHere().id);
  switch (step) {
    case "first_event":
      return <Snippets />;
    case "first_person":
      return (
        <LinkButton to="/w/$ws/people" params={{ ws }} variant="default">
          Open people
        </LinkButton>
      );
    case "first_campaign":
      return (
        <LinkButton to="/w/$ws/recipes" params={{ ws }}>
          Choose a recipe
        </LinkButton>
      );
    case "first_message":
      return (
        <LinkButton to="/w/$ws/sandbox" params={{ ws }} variant="default">
          Open the sandbox inbox
        </LinkButton>
      );
    case "sender":
      return (
        <LinkButton to="/w/$ws/settings" params={{ ws }} search={{ section: "sender" }} variant="default">
          Connect a sender
        </LinkButton>
      );
  }
}
