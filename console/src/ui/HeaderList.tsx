import type { Header } from "@/api/types";
import classes from "./HeaderList.module.css";

/** The headers of a message, in their order. */
export function HeaderList({ headers }: { headers: readonly Header[] }) {
  return (
    <dl className={classes.list}>
      {headers.map((header, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a header may occur more than once
        <div key={i}>
          <dt>{header.name}</dt>
          <dd>{header.value}</dd>
        </div>
      ))}
    </dl>
  );
}
