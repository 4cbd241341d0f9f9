import { ActionIcon } from "@mantine/core";
import { type Icon, IconX } from "@tabler/icons-react";
import { type ReactNode, useEffect } from "react";
import type { Tone } from "@/ui/Status";
import tones from "@/ui/Status.module.css";
import classes from "./CampaignPage.module.css";

type Props = {
  icon: Icon;
  tone: Tone;
  kind: string;
  title: string;
  onClose: () => void;
  children: ReactNode;
};

/** The panel at the right of the canvas. Escape closes it. */
export function Inspector({ icon: Picture, tone, kind, title, onClose, children }: Props) {
  useEffect(() => {
    const keys = (event: KeyboardEvent) => {
      if (event.key === "Escape") onClose();
    };
    window.addEventListener("keydown", keys);
    return () => window.removeEventListener("keydown", keys);
  }, [onClose]);
  return (
    <aside className={classes.inspector} aria-label={title}>
      <div className={`${classes.inspectorHead} ${tones[tone]}`}>
        <span className={classes.icon}>
          <Picture size={17} stroke={2} aria-hidden />
        </span>
        <div>
          <span className={classes.kind}>{kind}</span>
          <h2>{title}</h2>
        </div>
        <ActionIcon color="gray" aria-label="Close" onClick={onClose}>
          <IconX size={16} />
        </ActionIcon>
      </div>
      {children}
    </aside>
  );
}
