import { Skeleton } from "@mantine/core";
import type { Person } from "@/api/types";
import { CopyChip } from "@/ui/Copy";
import { personLabel } from "@/ui/format";
import { Page } from "@/ui/Page";
import { PersonMark } from "@/ui/PersonMark";
import { Status } from "@/ui/Status";
import classes from "./PersonPage.module.css";

/** Name and identifiers; each identifier copies itself. */
export function PersonHeading({ person }: { person: Person }) {
  return (
    <div className={classes.heading}>
      <PersonMark person={person} size={44} />
      <div>
        <h1>{personLabel(person)}</h1>
        <div className={classes.chips}>
          {person.email && <CopyChip label="e-mail" value={person.email} />}
          {person.id && <CopyChip label="id" value={person.id} />}
          {person.phone && <CopyChip label="phone" value={person.phone} />}
          <CopyChip label="cio_id" value={person.cio_id} />
          {person.unsubscribed && <Status tone="warn">Unsubscribed</Status>}
          {person.suppressed && <Status tone="bad">Suppressed</Status>}
        </div>
      </div>
    </div>
  );
}

export function PersonSkeleton({ back }: { back: { href: string; label: string } }) {
  return (
    <Page title="Person" back={back} heading={<Skeleton height={44} width={320} />}>
      <div className={classes.grid} aria-busy>
        <Skeleton height={420} />
        <Skeleton height={320} />
      </div>
    </Page>
  );
}
