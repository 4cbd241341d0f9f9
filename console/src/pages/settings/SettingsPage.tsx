import {
  type Icon,
  IconBuilding,
  IconFileCode,
  IconKey,
  IconSend2,
  IconUser,
  IconUsersGroup,
} from "@tabler/icons-react";
import { Link, useSearch } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { SettingsSection } from "@/router";
import { Page } from "@/ui/Page";
import { useHere } from "@/ui/workspace";
import { AccountSection } from "./AccountSection";
import { CodeSection } from "./CodeSection";
import { KeysSection } from "./KeysSection";
import { MembersSection } from "./MembersSection";
import { SenderSection } from "./SenderSection";
import classes from "./SettingsPage.module.css";
import { WorkspaceSection } from "./WorkspaceSection";

const SECTIONS: readonly { key: SettingsSection; label: string; icon: Icon; group: string }[] = [
  { key: "workspace", label: "Workspace", icon: IconBuilding, group: "Workspace" },
  { key: "sender", label: "Sender", icon: IconSend2, group: "Workspace" },
  { key: "keys", label: "Keys", icon: IconKey, group: "Workspace" },
  { key: "code", label: "Definitions as code", icon: IconFileCode, group: "Workspace" },
  { key: "members", label: "Members", icon: IconUsersGroup, group: "People" },
  { key: "account", label: "Your account", icon: IconUser, group: "People" },
];

function body(section: SettingsSection): ReactNode {
  switch (section) {
    case "workspace":
      return <WorkspaceSection />;
    case "sender":
      return <SenderSection />;
    case "keys":
      return <KeysSection />;
    case "members":
      return <MembersSection />;
    case "code":
      return <CodeSection />;
    case "account":
      return <AccountSection />;
  }
}

export function SettingsPage() {
  const ws = String(useHere().id);
  const { section = "workspace" } = useSearch({ from: "/w/$ws/settings" });
  return (
    <Page title="Settings">
      <div className={classes.grid}>
        <nav className={classes.nav} aria-label="Settings">
          {SECTIONS.map(({ key, label, icon: Picture, group }, i) => (
            <div key={key}>
              {group !== SECTIONS[i - 1]?.group && <span className={classes.group}>{group}</span>}
              <Link
                to="/w/$ws/settings"
                params={{ ws }}
                search={{ section: key }}
                className={classes.item}
                aria-current={section === key ? "page" : undefined}
              >
                <Picture size={16} stroke={1.8} aria-hidden /> {label}
              </Link>
            </div>
          ))}
        </nav>
        <div className={classes.body}>{body(section)}</div>
      </div>
    </Page>
  );
}
