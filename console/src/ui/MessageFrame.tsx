import classes from "./MessageFrame.module.css";

type Props = { html: string; title: string; width?: number | string; height?: number | string };

/** A message’s HTML as the recipient sees it: no scripts, its own origin, links open elsewhere. */
export function MessageFrame({ html, title, width = "100%", height = "100%" }: Props) {
  return (
    <iframe
      className={classes.frame}
      title={title}
      sandbox="allow-popups allow-popups-to-escape-sandbox"
      srcDoc={`<base target="_blank">${html}`}
      style={{ width, height }}
    />
  );
}
