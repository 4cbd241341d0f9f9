import { IconCompass } from "@tabler/icons-react";
import { Empty } from "@/ui/Empty";
import { LinkButton } from "@/ui/links";

/** An address that leads nowhere. */
export function Lost() {
  return (
    <Empty
      icon={IconCompass}
      title="There is no such page"
      action={<LinkButton to="/">Go to the start</LinkButton>}
    >
      The address may be old, or it was copied in part.
    </Empty>
  );
}
