import { createBrowserRouter, Navigate } from "react-router";
import { Frame } from "./frame/Frame.tsx";
import { NotFound } from "./frame/NotFound.tsx";
import { Waiting } from "./ui/Waiting.tsx";
import { SetUp } from "./session/SetUp.tsx";
import { SignedIn } from "./session/SignedIn.tsx";
import { SignIn } from "./session/SignIn.tsx";

/** Every address there is. Screens are loaded when they are first opened. */
export const router = createBrowserRouter([
  { path: "/setup", element: <SetUp /> },
  { path: "/sign-in", element: <SignIn /> },
  {
    element: (
      <SignedIn>
        <Frame />
      </SignedIn>
    ),
    hydrateFallbackElement: <Waiting />,
    children: [
      { path: "/", element: <Navigate to="/workflows" replace /> },
      {
        path: "/workflows",
        lazy: async () => ({ Component: (await import("./workflows/WorkflowList.tsx")).WorkflowList }),
      },
      { path: "/workflows/:id", lazy: async () => ({ Component: (await import("./editor/Editor.tsx")).Editor }) },
      {
        path: "/workflows/:id/shadow",
        lazy: async () => ({ Component: (await import("./shadow/ShadowScreen.tsx")).ShadowScreen }),
      },
      {
        path: "/shadow/:decision",
        lazy: async () => ({ Component: (await import("./shadow/ShadowTrace.tsx")).ShadowTrace }),
      },
      {
        path: "/workflows/:id/simulations",
        lazy: async () => ({ Component: (await import("./reports/SimulationList.tsx")).SimulationList }),
      },
      {
        path: "/workflows/:id/simulations/:simulation",
        lazy: async () => ({ Component: (await import("./reports/ReportPage.tsx")).ReportPage }),
      },
      {
        path: "/workflows/:id/ballot",
        lazy: async () => ({ Component: (await import("./ballot/BallotPage.tsx")).BallotPage }),
      },
      { path: "/runs", lazy: async () => ({ Component: (await import("./runs/RunList.tsx")).RunList }) },
      { path: "/runs/:id", lazy: async () => ({ Component: (await import("./runs/RunPage.tsx")).RunPage }) },
      { path: "/templates", lazy: async () => ({ Component: (await import("./templates/Templates.tsx")).Templates }) },
      { path: "/tables", lazy: async () => ({ Component: (await import("./tables/TableList.tsx")).TableList }) },
      { path: "/tables/:id", lazy: async () => ({ Component: (await import("./tables/TablePage.tsx")).TablePage }) },
      {
        path: "/conversations",
        lazy: async () => ({ Component: (await import("./conversations/Conversations.tsx")).Conversations }),
      },
      {
        path: "/conversations/:id",
        lazy: async () => ({ Component: (await import("./conversations/Conversations.tsx")).Conversations }),
      },
      { path: "/archive", lazy: async () => ({ Component: (await import("./archive/Archive.tsx")).Archive }) },
      {
        path: "/archive/conversations/:id",
        lazy: async () => ({ Component: (await import("./archive/Archive.tsx")).Archive }),
      },
      { path: "/archive/imports", lazy: async () => ({ Component: (await import("./archive/Imports.tsx")).Imports }) },
      {
        path: "/archive/imports/:id",
        lazy: async () => ({ Component: (await import("./archive/ImportPage.tsx")).ImportPage }),
      },
      {
        path: "/archive/columns/:key",
        lazy: async () => ({ Component: (await import("./archive/MapColumns.tsx")).MapColumns }),
      },
      {
        path: "/connections",
        lazy: async () => ({ Component: (await import("./connections/Connections.tsx")).Connections }),
      },
      { path: "/why", lazy: async () => ({ Component: (await import("./why/Why.tsx")).Why }) },
      { path: "/status", lazy: async () => ({ Component: (await import("./status/Status.tsx")).Status }) },
      { path: "/settings", lazy: async () => ({ Component: (await import("./settings/Settings.tsx")).Settings }) },
      { path: "*", element: <NotFound /> },
    ],
  },
]);
