import { notifications } from "@mantine/notifications";
import { inWords } from "./Trouble";

export function said(message: string): void {
  notifications.show({ message, color: "teal", autoClose: 3500 });
}

export function failed(error: unknown): void {
  const { title, detail } = inWords(error);
  notifications.show({ title, message: detail ?? "", color: "red", autoClose: 8000 });
}
