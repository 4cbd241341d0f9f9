import { Menu, UnstyledButton } from "@mantine/core";
import { IconCheck, IconSearch, IconSelector } from "@tabler/icons-react";
import { Link, useNavigate } from "@tanstack/react-router";
import type { Session } from "@/api/types";
import { useHere } from "@/ui/workspace";
import { MemberMenu } from "./MemberMenu";
import classes from "./Nav.module.css";
import { openPalette } from "./Palette";
import { PLACES, type Place, SETTINGS } from "./places";

const isMac = /Mac|iPhone|iPad/.test(navigator.userAgent);

export function Nav({ session }: { session: Session }) {
  return (
    <nav className={classes.nav} aria-label="Main">
      <WorkspaceSwitch session={session} />
      <UnstyledButton className={classes.search} onClick={openPalette}>
        <IconSearch size={14} aria-hidden /> Find or do
        <kbd>{isMac ? "⌘K" : "Ctrl K"}</kbd>
      </UnstyledButton>
      {PLACES.map((group) => (
        <div key={group.title ?? "top"} role="group" aria-label={group.title ?? "Overview"}>
          {group.title && <div className={classes.group}>{group.title}</div>}
          {group.places.map((place) => (
            <Item key={place.to} place={place} />
          ))}
        </div>
      ))}
      <div className={classes.foot}>
        <Item place={SETTINGS} />
        <MemberMenu member={session.member} version={session.version} />
      </div>
    </nav>
  );
}

function Item({ place }: { place: Place }) {
  const { id } = useHere();
  const Picture = place.icon;
  return (
    <Link to={place.to} params={{ ws: String(id) }} className={classes.item}>
      <Picture size={16} stroke={1.8} aria-hidden />
      {place.label}
    </Link>
  );
}

function WorkspaceSwitch({ session }: { session: Session }) {
  const here = useHere();
  const navigate = useNavigate();
  return (
    <Menu position="bottom-start" width={228}>
      <Menu.Target>
        <UnstyledButton className={classes.workspace} aria-label={`Workspace ${here.name}`}>
          <img src="/beckon.svg" alt="" />
          <span className={classes.name}>{here.name}</span>
          <IconSelector size={14} color="var(--text-3)" aria-hidden />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>Workspaces</Menu.Label>
        {session.workspaces.map((one) => (
          <Menu.Item
            key={one.id}
            rightSection={one.id === here.id ? <IconCheck size={14} /> : null}
            onClick={() => navigate({ to: "/w/$ws/home", params: { ws: String(one.id) } })}
          >
            {one.name}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item onClick={() => navigate({ to: "/w/$ws/settings", params: { ws: String(here.id) } })}>
          Workspace settings
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
