import { IconMail } from "@tabler/icons-react";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { personDeliveriesQuery } from "@/api/people";
import type { Person } from "@/api/types";
import { DeliveryDrawer } from "@/pages/deliveries/DeliveryDrawer";
import { DeliveryTable } from "@/pages/deliveries/DeliveryTable";
import { Empty } from "@/ui/Empty";
import { Panel } from "@/ui/Panel";
import { useRows } from "@/ui/pages";
import { Trouble } from "@/ui/Trouble";
import { useHere } from "@/ui/workspace";

export function DeliveriesTab({ person }: { person: Person }) {
  const { id } = useHere();
  const [open, setOpen] = useState<string | null>(null);
  const query = useInfiniteQuery(personDeliveriesQuery(id, person.cio_id));
  const { rows, more } = useRows(query);
  if (query.error) return <Trouble error={query.error} retry={() => query.refetch()} />;
  return (
    <Panel flush>
      <DeliveryTable
        rows={rows}
        more={more}
        withPerson={false}
        onOpen={setOpen}
        empty={
          <Empty icon={IconMail} title="No messages" compact>
            Messages to this person will be listed here with what became of them.
          </Empty>
        }
      />
      <DeliveryDrawer delivery={open} onClose={() => setOpen(null)} />
    </Panel>
  );
}
