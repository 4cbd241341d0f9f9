import { Button, PasswordInput, Select, SimpleGrid, Stack, TextInput } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { ApiError } from "@/api/client";
import { named, useSetup } from "@/api/session";
import { Door } from "@/shell/Door";
import { Trouble } from "@/ui/Trouble";
import { zones } from "@/ui/zones";
import { ContentChoice } from "./ContentChoice";

const PASSWORD_MIN = 10;

/** First run: the owner, the workspace, and whether to look around with demo people first. */
export function SetupPage() {
  const navigate = useNavigate();
  const setup = useSetup();
  const [owner, setOwner] = useState({ name: "", email: "", password: "" });
  const [workspace, setWorkspace] = useState({
    name: "",
    timezone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  });
  const [content, setContent] = useState<"empty" | "demo">("demo");
  const wrong = (pointer: string) => (setup.error instanceof ApiError ? setup.error.at(pointer) : undefined);
  const short = owner.password !== "" && owner.password.length < PASSWORD_MIN;

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setup.mutate(
      { owner, workspace, content },
      {
        onSuccess: (session) =>
          navigate({ to: "/w/$ws/home", params: { ws: String(named(session, workspace.name)?.id ?? 1) } }),
      },
    );
  };
  return (
    <Door
      title="Set up Beckon"
      about="You will be the owner. This takes half a minute, and everything can be changed later."
    >
      <form onSubmit={submit}>
        <Stack gap="sm">
          <SimpleGrid cols={2} spacing="sm">
            <TextInput
              size="sm"
              label="Your name"
              autoComplete="name"
              required
              withAsterisk={false}
              autoFocus
              value={owner.name}
              error={wrong("/owner/name")}
              onChange={(e) => setOwner({ ...owner, name: e.currentTarget.value })}
            />
            <TextInput
              size="sm"
              label="E-mail"
              type="email"
              autoComplete="username"
              required
              withAsterisk={false}
              value={owner.email}
              error={wrong("/owner/email")}
              onChange={(e) => setOwner({ ...owner, email: e.currentTarget.value })}
            />
          </SimpleGrid>
          <PasswordInput
            size="sm"
            label="Password"
            description={`At least ${PASSWORD_MIN} characters; a short sentence works well.`}
            autoComplete="new-password"
            required
            withAsterisk={false}
            minLength={PASSWORD_MIN}
            value={owner.password}
            error={
              wrong("/owner/password") ??
              (short ? `${PASSWORD_MIN - owner.password.length} more to go` : undefined)
            }
            onChange={(e) => setOwner({ ...owner, password: e.currentTarget.value })}
          />
          <SimpleGrid cols={2} spacing="sm" mt={4}>
            <TextInput
              size="sm"
              label="Workspace"
              placeholder="Your product or company"
              required
              withAsterisk={false}
              value={workspace.name}
              error={wrong("/workspace/name")}
              onChange={(e) => setWorkspace({ ...workspace, name: e.currentTarget.value })}
            />
            <Select
              size="sm"
              label="Time zone"
              searchable
              allowDeselect={false}
              data={zones()}
              value={workspace.timezone}
              error={wrong("/workspace/timezone")}
              onChange={(zone) => setWorkspace({ ...workspace, timezone: zone ?? "UTC" })}
            />
          </SimpleGrid>
          <ContentChoice value={content} onChange={setContent} />
          {setup.error && (
            <Trouble
              error={setup.error}
              hide={[
                "/owner/name",
                "/owner/email",
                "/owner/password",
                "/workspace/name",
                "/workspace/timezone",
              ]}
            />
          )}
          <Button type="submit" size="sm" mt={4} loading={setup.isPending}>
            Create workspace
          </Button>
        </Stack>
      </form>
    </Door>
  );
}
