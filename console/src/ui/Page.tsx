import { IconChevronLeft } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { type ReactNode, useEffect } from "react";
import classes from "./Page.module.css";

type Props = {
  title: string;
  heading?: ReactNode;
  about?: ReactNode;
  badge?: ReactNode;
  actions?: ReactNode;
  back?: { href: string; label: string };
  width?: "page" | "wide" | "full";
  children: ReactNode;
};

/** A page of the console: title, what can be done, content. */
export function Page({ title, heading, about, badge, actions, back, width = "page", children }: Props) {
  useEffect(() => {
    document.title = `${title} · Beckon`;
  }, [title]);
  return (
    <div className={`${classes.page} ${width === "page" ? "" : classes[width]}`}>
      <header className={classes.header}>
        <div className={classes.titles}>
          {back && (
            <Link to={back.href} className={classes.back}>
              <IconChevronLeft size={14} aria-hidden /> {back.label}
            </Link>
          )}
          <div className={classes.title}>
            {heading ?? <h1>{title}</h1>}
            {badge}
          </div>
          {about && <div className={classes.about}>{about}</div>}
        </div>
        {actions && <div className={classes.actions}>{actions}</div>}
      </header>
      {children}
    </div>
  );
}
