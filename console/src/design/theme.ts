import {
  ActionIcon,
  Button,
  Checkbox,
  createTheme,
  Drawer,
  defaultVariantColorsResolver,
  type MantineColorsTuple,
  Menu,
  Modal,
  Popover,
  Radio,
  SegmentedControl,
  Select,
  Switch,
  Tabs,
  Textarea,
  TextInput,
  Tooltip,
  type VariantColorsResolver,
} from "@mantine/core";

/** Ink: near-black in light, near-white in dark; what primary buttons are made of. */
const ink: MantineColorsTuple = [
  "#fbfaf9", "#eeece8", "#dedbd5", "#bfbab2", "#98938b",
  "#75706a", "#57534c", "#3b3835", "#24221f", "#1d1b18",
]; // biome-ignore format: a ramp reads better in rows

/** The dark ramp Mantine uses for its own surfaces, matched to the tokens. */
const dark: MantineColorsTuple = [
  "#eeece8", "#b3aea6", "#908b83", "#6b6761", "#3b3835",
  "#2a2826", "#22211f", "#191817", "#141312", "#121110",
]; // biome-ignore format: a ramp reads better in rows

/** Filled buttons in the primary colour are ink on paper in light, paper on ink in dark. */
const variantColorResolver: VariantColorsResolver = (input) => {
  const colors = defaultVariantColorsResolver(input);
  const primary = input.color === undefined || input.color === input.theme.primaryColor;
  if (input.variant !== "filled" || !primary) return colors;
  return { ...colors, background: "var(--ink)", hover: "var(--ink-hover)", color: "var(--ink-text)" };
};

export const theme = createTheme({
  variantColorResolver,
  primaryColor: "ink",
  primaryShade: { light: 9, dark: 1 },
  autoContrast: true,
  colors: { ink, dark },
  fontFamily: "var(--font-body)",
  fontFamilyMonospace: "var(--font-mono)",
  fontSizes: { xs: "12px", sm: "13px", md: "14px", lg: "16px", xl: "20px" },
  defaultRadius: 6,
  headings: { fontFamily: "var(--font-body)", fontWeight: "600" },
  cursorType: "pointer",
  respectReducedMotion: true,
  components: {
    Button: Button.extend({ defaultProps: { size: "xs" }, styles: { label: { fontWeight: 550 } } }),
    ActionIcon: ActionIcon.extend({ defaultProps: { variant: "subtle", size: 28 } }),
    TextInput: TextInput.extend({ defaultProps: { size: "xs" } }),
    Textarea: Textarea.extend({ defaultProps: { size: "xs" } }),
    Select: Select.extend({
      defaultProps: { size: "xs", comboboxProps: { shadow: "md" }, checkIconPosition: "right" },
    }),
    Checkbox: Checkbox.extend({ defaultProps: { size: "xs", iconColor: "var(--surface)" } }),
    Radio: Radio.extend({ defaultProps: { iconColor: "var(--surface)" } }),
    RadioIndicator: Radio.Indicator.extend({ defaultProps: { iconColor: "var(--surface)" } }),
    Switch: Switch.extend({ defaultProps: { size: "xs", withThumbIndicator: false } }),
    SegmentedControl: SegmentedControl.extend({ defaultProps: { size: "xs" } }),
    Tabs: Tabs.extend({ defaultProps: { keepMounted: false } }),
    Tooltip: Tooltip.extend({ defaultProps: { openDelay: 250, withArrow: false, fz: 12, color: "dark.6" } }),
    Menu: Menu.extend({ defaultProps: { shadow: "md", position: "bottom-end", radius: 8 } }),
    Popover: Popover.extend({ defaultProps: { shadow: "md", radius: 10 } }),
    Modal: Modal.extend({
      defaultProps: {
        radius: 12,
        centered: true,
        closeButtonProps: { "aria-label": "Close" },
        transitionProps: { duration: 120 },
      },
    }),
    Drawer: Drawer.extend({
      defaultProps: {
        position: "right",
        closeButtonProps: { "aria-label": "Close" },
        transitionProps: { duration: 140 },
      },
    }),
  },
});
