import { Menu, UnstyledButton, useMantineColorScheme } from "@mantine/core";
import { IconDeviceDesktop, IconLogout, IconMoon, IconSun, IconUser } from "@tabler/icons-react";
import { useNavigate } from "@tanstack/react-router";
import { useLogout } from "@/api/session";
import type { Member } from "@/api/types";
import { PersonMark } from "@/ui/PersonMark";
import { useHere } from "@/ui/workspace";
import classes from "./Nav.module.css";

const SCHEMES = [
  { value: "light", label: "Light", icon: IconSun },
  { value: "dark", label: "Dark", icon: IconMoon },
  { value: "auto", label: "As the system", icon: IconDeviceDesktop },
] as const;

/** The member’s own menu: appearance, account, log out. */
export function MemberMenu({ member, version }: { member: Member; version: string }) {
  const { id } = useHere();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const navigate = useNavigate();
  const logout = useLogout();
  const mark = { cio_id: member.email, id: null, email: member.email, name: member.name };
  return (
    <Menu position="top-start" width={208}>
      <Menu.Target>
        <UnstyledButton className={classes.member} aria-label={`Your menu, ${member.name}`}>
          <PersonMark person={mark} size={22} />
          <span className={classes.name}>{member.name}</span>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{member.email}</Menu.Label>
        <Menu.Item
          leftSection={<IconUser size={15} />}
          onClick={() =>
            navigate({ to: "/w/$ws/settings", params: { ws: String(id) }, search: { section: "account" } })
          }
        >
          Your account
        </Menu.Item>
        <Menu.Divider />
        <Menu.Label>Appearance</Menu.Label>
        {SCHEMES.map(({ value, label, icon: Picture }) => (
          <Menu.Item
            key={value}
            leftSection={<Picture size={15} />}
            onClick={() => setColorScheme(value)}
            fw={colorScheme === value ? 600 : 400}
            aria-current={colorScheme === value}
          >
            {label}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item
          leftSection={<IconLogout size={15} />}
          onClick={() => logout.mutate(undefined, { onSettled: () => navigate({ to: "/login" }) })}
        >
          Log out
        </Menu.Item>
        <Menu.Label>Beckon {version}</Menu.Label>
      </Menu.Dropdown>
    </Menu>
  );
}
