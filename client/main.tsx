import "@mantine/core/styles.css";
import "@mantine/notifications/styles.css";
import "./ui/tokens.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./App.tsx";
import { startI18n } from "./i18n/start.ts";

startI18n();

const root = document.getElementById("root");
if (!root) throw new Error("index.html has no #root");
createRoot(root, {
  // React names only that it drew once more: whoever reads the console needs what went wrong at first.
  onRecoverableError: (error) => reportError(error instanceof Error && error.cause ? error.cause : error),
}).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
