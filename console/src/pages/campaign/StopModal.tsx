import { Button, Group, Modal, Radio, Stack } from "@mantine/core";
import { useState } from "react";
import { useStopCampaign } from "@/api/campaigns";
import type { Campaign } from "@/api/types";
import { plural } from "@/ui/format";
import { said } from "@/ui/notify";
import { Trouble } from "@/ui/Trouble";
import { useHere } from "@/ui/workspace";

/** Stops the campaign; asks what becomes of those under way. */
export function StopModal({ campaign, onClose }: { campaign: Campaign; onClose: () => void }) {
  const { id } = useHere();
  const stop = useStopCampaign(id, campaign.id);
  const [choice, setChoice] = useState<"finish" | "exit">("finish");
  const people = plural(campaign.active, "person is", "people are");
  const confirm = () =>
    stop.mutate(choice, {
      onSuccess: () => {
        said(`${campaign.name} was stopped.`);
        onClose();
      },
    });
  return (
    <Modal opened onClose={onClose} title={`Stop ${campaign.name}?`} size={480}>
      <Stack gap="md">
        <p>Nobody new will start. {people} under way now:</p>
        <Radio.Group
          value={choice}
          onChange={(value) => setChoice(value as "finish" | "exit")}
          aria-label="People under way"
        >
          <Stack gap="xs">
            <Radio
              size="xs"
              value="finish"
              label="Let them finish"
              description="They go on through their steps and get the messages that are left."
            />
            <Radio
              size="xs"
              value="exit"
              label="End their journeys now"
              description="They get nothing more from this campaign. This cannot be undone."
            />
          </Stack>
        </Radio.Group>
        {stop.error && <Trouble error={stop.error} />}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            Keep running
          </Button>
          <Button color={choice === "exit" ? "red" : undefined} loading={stop.isPending} onClick={confirm}>
            {choice === "exit" ? `Stop and end ${plural(campaign.active, "journey")}` : "Stop campaign"}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
