import { Button, type ButtonProps } from "@mantine/core";
import { createLink, Link } from "@tanstack/react-router";
import { type ComponentPropsWithoutRef, forwardRef, type ReactNode } from "react";
import type { PersonRef, Ref } from "@/api/types";
import { personLabel } from "./format";
import classes from "./links.module.css";
import { PersonMark } from "./PersonMark";
import { useHere } from "./workspace";

type AnchorProps = ButtonProps & Omit<ComponentPropsWithoutRef<"a">, keyof ButtonProps>;

const AnchorButton = forwardRef<HTMLAnchorElement, AnchorProps>((props, ref) => (
  <Button component="a" ref={ref} {...props} />
));

/** A link of the router that looks like a button. */
export const LinkButton = createLink(AnchorButton);

export function PersonLink({
  person,
  className,
  mark = false,
}: {
  person: PersonRef;
  className?: string;
  mark?: boolean;
}) {
  const { id } = useHere();
  return (
    <Link
      to="/w/$ws/people/$person"
      params={{ ws: String(id), person: person.cio_id }}
      className={`${classes.link} ${mark ? classes.marked : ""} ${className ?? ""}`}
    >
      {mark && <PersonMark person={person} />}
      <span>{personLabel(person)}</span>
    </Link>
  );
}

export function CampaignLink({ campaign, className }: { campaign: Ref; className?: string }) {
  const { id } = useHere();
  return (
    <Link
      to="/w/$ws/campaigns/$campaign"
      params={{ ws: String(id), campaign: String(campaign.id) }}
      className={`${classes.link} ${className ?? ""}`}
    >
      {campaign.name}
    </Link>
  );
}

export function SegmentLink({ segment, className }: { segment: Ref; className?: string }) {
  const { id } = useHere();
  return (
    <Link
      to="/w/$ws/segments/$segment"
      params={{ ws: String(id), segment: String(segment.id) }}
      className={`${classes.link} ${className ?? ""}`}
    >
      {segment.name}
    </Link>
  );
}

export function JourneyLink({
  journey,
  className,
  children,
}: {
  journey: string;
  className?: string;
  children: ReactNode;
}) {
  const { id } = useHere();
  return (
    <Link
      to="/w/$ws/journeys/$journey"
      params={{ ws: String(id), journey }}
      className={`${classes.link} ${className ?? ""}`}
    >
      {children}
    </Link>
  );
}

export function MessageLink({ message, className }: { message: Ref; className?: string }) {
  const { id } = useHere();
  return (
    <Link
      to="/w/$ws/messages/$message"
      params={{ ws: String(id), message: String(message.id) }}
      className={`${classes.link} ${className ?? ""}`}
    >
      {message.name}
    </Link>
  );
}
