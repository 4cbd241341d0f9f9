import { IconDeviceDesktop, IconDeviceMobile } from "@tabler/icons-react";

export type Width = "desktop" | "phone";

/** The two widths that messages are looked at in. */
export const WIDTHS = [
  { value: "desktop", label: <IconDeviceDesktop size={15} aria-label="Desktop width" /> },
  { value: "phone", label: <IconDeviceMobile size={15} aria-label="Phone width" /> },
];
