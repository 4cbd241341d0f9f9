import { Button, Group, Modal, Skeleton, Stack } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { startPreviewQuery, useStartCampaign } from "@/api/campaigns";
import type { Campaign } from "@/api/types";
import { allSteps } from "@/definition/campaign";
import { exitInWords, frequencyInWords, goalInWords, triggerInWords } from "@/definition/summary";
import { count, plural } from "@/ui/format";
import { said } from "@/ui/notify";
import { Trouble } from "@/ui/Trouble";
import { useHere } from "@/ui/workspace";
import classes from "./CampaignPage.module.css";

/** What the campaign will do and to how many people, before it does. */
export function StartModal({ campaign, onClose }: { campaign: Campaign; onClose: () => void }) {
  const { id, workspace } = useHere();
  const preview = useQuery(startPreviewQuery(id, campaign.id));
  const start = useStartCampaign(id, campaign.id);
  const { definition } = campaign;
  const messages = allSteps(definition.steps).filter((step) => "send" in step).length;
  const exits = exitInWords(definition);
  const problems = preview.data?.problems ?? [];
  const blocked = problems.some((problem) => problem.severity === "error");
  const now = preview.data?.people_now ?? 0;
  const begin = () =>
    start.mutate(undefined, {
      onSuccess: () => {
        said(`${campaign.name} is running.`);
        onClose();
      },
    });
  const lines: [string, string][] = [
    [
      "Starts when",
      "event" in definition.trigger
        ? `${triggerInWords(definition.trigger)} happens`
        : `somebody enters ${triggerInWords(definition.trigger)}`,
    ],
    ["How often", frequencyInWords(definition.frequency)],
    ["Steps", `${plural(allSteps(definition.steps).length, "step")}, ${plural(messages, "message")} at most`],
    ["Leaves if", exits.length === 0 ? "never before the end" : exits.join(", or ")],
    ["Goal", definition.goal ? goalInWords(definition.goal) : "none"],
    [
      "Sender",
      workspace.sender.channel === "sandbox"
        ? "Sandbox: messages are shown in the inbox here, nothing leaves this machine"
        : `${workspace.sender.from} through ${workspace.sender.smtp?.host ?? "SMTP"}`,
    ],
  ];
  return (
    <Modal opened onClose={onClose} title={`Start ${campaign.name}?`} size={540}>
      <Stack gap="md">
        <ul className={classes.review}>
          {lines.map(([name, text]) => (
            <li key={name}>
              <span>{name}</span>
              <span>{text}</span>
            </li>
          ))}
        </ul>
        {preview.isPending && <Skeleton height={40} />}
        {preview.error && <Trouble error={preview.error} />}
        {preview.data && (
          <div
            className={classes.warning}
            style={now === 0 ? { background: "var(--surface-2)", color: "var(--text-2)" } : undefined}
          >
            {now > 0
              ? `${plural(now, "person begins", "people begin")} at once, the others as they come.`
              : "Nobody begins at once; people begin as it happens."}
          </div>
        )}
        {problems.map((problem) => (
          <div
            key={problem.pointer}
            className={`${classes.warning} ${problem.severity === "error" ? classes.error : ""}`}
          >
            <IconAlertTriangle size={15} aria-hidden /> {problem.detail}
          </div>
        ))}
        {start.error && <Trouble error={start.error} />}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            Not yet
          </Button>
          <Button loading={start.isPending} disabled={blocked || !preview.data} onClick={begin}>
            {now > 0 ? `Start with ${count(now)} people` : "Start campaign"}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
