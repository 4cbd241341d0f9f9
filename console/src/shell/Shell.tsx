import { Progress } from "@mantine/core";
import { useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { Outlet, useParams } from "@tanstack/react-router";
import { useMemo } from "react";
import { sessionQuery } from "@/api/session";
import { workspaceQuery } from "@/api/workspace";
import { WorkspaceProvider } from "@/ui/workspace";
import { Nav } from "./Nav";
import { Palette } from "./Palette";
import classes from "./Shell.module.css";

/** The frame of every page inside a workspace: navigation, palette, content. */
export function Shell() {
  const { ws } = useParams({ from: "/w/$ws" });
  const { data: workspace } = useSuspenseQuery(workspaceQuery(Number(ws)));
  const { data: session } = useQuery(sessionQuery);
  const role = session?.workspaces.find((one) => one.id === workspace.id)?.role ?? "viewer";
  const here = useMemo(
    () => ({
      id: workspace.id,
      name: workspace.name,
      zone: workspace.timezone,
      baseUrl: workspace.base_url,
      role,
      workspace,
    }),
    [workspace, role],
  );
  if (!session) return null;
  return (
    <WorkspaceProvider here={here}>
      <a href="#content" className={classes.skip}>
        Skip to content
      </a>
      <div className={classes.shell}>
        <Nav session={session} />
        <main id="content" className={classes.main}>
          {workspace.demo_loading !== null && (
            <div className={classes.banner} role="status">
              Loading the demo people and their history…
              <Progress value={workspace.demo_loading * 100} w={180} size="sm" aria-label="Demo content" />
            </div>
          )}
          <Outlet />
        </main>
      </div>
      <Palette session={session} />
    </WorkspaceProvider>
  );
}
