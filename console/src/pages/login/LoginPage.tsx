import { Button, PasswordInput, Stack, TextInput } from "@mantine/core";
import { useRouter, useSearch } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { useLogin } from "@/api/session";
import { Door } from "@/shell/Door";
import { Trouble } from "@/ui/Trouble";

export function LoginPage() {
  const { to } = useSearch({ from: "/login" });
  const router = useRouter();
  const login = useLogin();
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    login.mutate(
      { email, password },
      { onSuccess: () => router.history.push(to?.startsWith("/w/") ? to : "/") },
    );
  };
  return (
    <Door title="Welcome back" about="Log in to your workspace.">
      <form onSubmit={submit}>
        <Stack gap="md">
          <TextInput
            size="sm"
            label="E-mail"
            type="email"
            autoComplete="username"
            required
            withAsterisk={false}
            data-autofocus
            autoFocus
            value={email}
            onChange={(e) => setEmail(e.currentTarget.value)}
          />
          <PasswordInput
            size="sm"
            label="Password"
            autoComplete="current-password"
            required
            withAsterisk={false}
            value={password}
            onChange={(e) => setPassword(e.currentTarget.value)}
          />
          {login.error && <Trouble error={login.error} />}
          <Button type="submit" size="sm" loading={login.isPending}>
            Log in
          </Button>
        </Stack>
      </form>
    </Door>
  );
}
