import "@fontsource-variable/inter";
import "@fontsource-variable/jetbrains-mono";
import "@mantine/core/styles.css";
import "@mantine/notifications/styles.css";
import "@mantine/spotlight/styles.css";
import "./design/tokens.css";
import "./design/base.css";
import "./design/mantine.css";
import { createRoot } from "react-dom/client";
import { App } from "./App";

const place = document.getElementById("root");
if (place) createRoot(place).render(<App />);
