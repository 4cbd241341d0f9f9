import { NumberInput, PasswordInput, Select, TextInput } from "@mantine/core";
import type { SenderWish, StartTls } from "@/api/types";
import classes from "./SettingsPage.module.css";

export type SmtpForm = { host: string; port: number; starttls: StartTls; username: string; password: string };

export const NEW_SMTP: SmtpForm = { host: "", port: 587, starttls: "required", username: "", password: "" };

const STARTTLS: { value: StartTls; label: string }[] = [
  { value: "required", label: "Required" },
  { value: "if_offered", label: "If offered" },
  { value: "never", label: "Never" },
];

/** An empty password keeps the stored one; without a user name there is none. */
export function smtpRequest(form: SmtpForm, stored: boolean): NonNullable<SenderWish["smtp"]> {
  const { host, port, starttls, username, password } = form;
  if (username === "") return { host, port, starttls, username: null, password: null };
  return {
    host,
    port,
    starttls,
    username,
    ...(password !== "" || !stored ? { password: password || null } : {}),
  };
}

type Props = {
  value: SmtpForm;
  onChange: (value: SmtpForm) => void;
  stored: boolean;
  wrong: (pointer: string) => string | undefined;
  disabled: boolean;
};

export function SmtpFields({ value, onChange, stored, wrong, disabled }: Props) {
  return (
    <>
      <div className={classes.host}>
        <TextInput
          label="Host"
          placeholder="smtp.example.com"
          value={value.host}
          disabled={disabled}
          error={wrong("/smtp/host")}
          onChange={(event) => onChange({ ...value, host: event.currentTarget.value })}
        />
        <NumberInput
          size="xs"
          label="Port"
          min={1}
          max={65535}
          hideControls
          value={value.port}
          disabled={disabled}
          error={wrong("/smtp/port")}
          onChange={(port) => onChange({ ...value, port: Number(port) || 587 })}
        />
        <Select
          label="Encryption"
          data={STARTTLS}
          allowDeselect={false}
          value={value.starttls}
          disabled={disabled}
          onChange={(next) => onChange({ ...value, starttls: (next ?? "required") as StartTls })}
        />
      </div>
      <div className={classes.pair}>
        <TextInput
          label="User name"
          autoComplete="off"
          value={value.username}
          disabled={disabled}
          error={wrong("/smtp/username")}
          onChange={(event) => onChange({ ...value, username: event.currentTarget.value })}
        />
        <PasswordInput
          size="xs"
          label="Password"
          autoComplete="new-password"
          placeholder={stored ? "Stored; leave empty to keep it" : ""}
          value={value.password}
          disabled={disabled}
          error={wrong("/smtp/password")}
          onChange={(event) => onChange({ ...value, password: event.currentTarget.value })}
        />
      </div>
    </>
  );
}
