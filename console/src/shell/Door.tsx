import type { ReactNode } from "react";
import { MiniCanvas } from "@/canvas/MiniCanvas";
import type { CampaignDocument } from "@/definition/campaign";
import classes from "./Door.module.css";

const PICTURE: CampaignDocument = {
  name: "Welcome",
  trigger: { event: "signed_up" },
  steps: [
    { id: "hello", send: { channel: "email", message: "Welcome" } },
    {
      id: "wait",
      wait_until: { performed: "first_action" },
      at_most: "2d",
      then: [{ id: "well", send: { channel: "email", message: "Well done" } }],
      otherwise: [
        { id: "help", send: { channel: "email", message: "Help" } },
        { id: "pause", delay: "3d" },
        {
          id: "still",
          branch: { performed: "first_action" },
          then: [{ id: "late", send: { channel: "email", message: "Late" } }],
          otherwise: [{ id: "call", send: { channel: "email", message: "Call" } }],
        },
      ],
    },
  ],
};

/** The frame of the pages before one is inside: a form, and beside it a picture of what this is for. */
export function Door({ title, about, children }: { title: string; about: string; children: ReactNode }) {
  return (
    <div className={classes.door}>
      <main className={classes.form}>
        <div className={classes.brand}>
          <img src="/beckon.svg" alt="" /> Beckon
        </div>
        <h1>{title}</h1>
        <p className={classes.about}>{about}</p>
        {children}
      </main>
      <aside className={classes.picture} aria-hidden>
        <MiniCanvas document={PICTURE} label="A campaign" height={560} grow={1.6} />
        <p>
          The right message, to the right person, at the moment something happens – or conspicuously does not.
        </p>
      </aside>
    </div>
  );
}
