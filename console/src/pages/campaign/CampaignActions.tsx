import { ActionIcon, Button, Menu } from "@mantine/core";
import { IconDots, IconPlayerPlay, IconPlayerStop, IconTrash } from "@tabler/icons-react";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useDeleteCampaign } from "@/api/campaigns";
import type { Campaign } from "@/api/types";
import { Confirm } from "@/ui/Confirm";
import { plural } from "@/ui/format";
import { said } from "@/ui/notify";
import { useHere, useMay } from "@/ui/workspace";
import { StartModal } from "./StartModal";
import { StopModal } from "./StopModal";

type Asking = "start" | "stop" | "delete" | null;

/** Start, stop, delete – each says first what it will do. */
export function CampaignActions({ campaign }: { campaign: Campaign }) {
  const { id } = useHere();
  const may = useMay();
  const navigate = useNavigate();
  const [asking, setAsking] = useState<Asking>(null);
  const remove = useDeleteCampaign(id);
  if (!may.edit) return null;
  const close = () => setAsking(null);
  return (
    <>
      {campaign.state === "running" ? (
        <Button
          variant="default"
          leftSection={<IconPlayerStop size={14} />}
          onClick={() => setAsking("stop")}
        >
          Stop
        </Button>
      ) : (
        <Button leftSection={<IconPlayerPlay size={14} />} onClick={() => setAsking("start")}>
          Review and start
        </Button>
      )}
      <Menu>
        <Menu.Target>
          <ActionIcon variant="default" size={30} aria-label="More">
            <IconDots size={16} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            color="red"
            leftSection={<IconTrash size={15} />}
            disabled={campaign.state === "running"}
            onClick={() => setAsking("delete")}
          >
            Delete campaign
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {asking === "start" && <StartModal campaign={campaign} onClose={close} />}
      {asking === "stop" && <StopModal campaign={campaign} onClose={close} />}
      <Confirm
        opened={asking === "delete"}
        onClose={close}
        title={`Delete ${campaign.name}?`}
        action="Delete campaign"
        danger
        pending={remove.isPending}
        error={remove.error}
        onConfirm={() =>
          remove.mutate(campaign.id, {
            onSuccess: () => {
              said(`${campaign.name} was deleted.`);
              void navigate({ to: "/w/$ws/campaigns", params: { ws: String(id) } });
            },
          })
        }
      >
        This removes the campaign and its {plural(campaign.started, "journey")}. Messages that were sent stay
        in Deliveries. It cannot be undone.
      </Confirm>
    </>
  );
}
