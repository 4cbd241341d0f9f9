import { Button } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { ApiError } from "@/api/client";
import classes from "./Trouble.module.css";

/** Words for any failure; never the raw error. */
export function inWords(error: unknown): {
  title: string;
  detail: string | null;
  errors: readonly { pointer: string; detail: string }[];
} {
  if (error instanceof ApiError) return error.problem;
  return { title: "This page stumbled.", detail: "Reload it. Nothing you saved is lost.", errors: [] };
}

type Props = { error: unknown; retry?: () => void; hide?: readonly string[] };

/** What went wrong and what to do next. Pointers shown elsewhere on the page are hidden here. */
export function Trouble({ error, retry, hide = [] }: Props) {
  const { title, detail, errors } = inWords(error);
  const rest = errors.filter((one) => !hide.includes(one.pointer));
  return (
    <div className={classes.trouble} role="alert">
      <IconAlertTriangle size={18} className={classes.icon} aria-hidden />
      <div className={classes.body}>
        <strong>{title}</strong>
        {detail && <p>{detail}</p>}
        {rest.length > 0 && (
          <ul>
            {rest.map((one) => (
              <li key={one.pointer + one.detail}>{one.detail}</li>
            ))}
          </ul>
        )}
      </div>
      {retry && (
        <Button variant="default" onClick={retry}>
          Try again
        </Button>
      )}
    </div>
  );
}
