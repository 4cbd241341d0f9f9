import { notifications } from "@mantine/notifications";
import { inWords } from "./Trouble";

const CLOSE = { "aria-label": "Dismiss" };

export function said(message: string): void {
  notifications.show({ message, color: "teal", autoClose: 3500, role: "status", closeButtonProps: CLOSE });
}

export function failed(error: unknown): void {
  const { title, detail } = inWords(error);
  notifications.show({
    title,
    message: detail ?? "",
    color: "red",
    autoClose: 8000,
    closeButtonProps: CLOSE,
  });
}
