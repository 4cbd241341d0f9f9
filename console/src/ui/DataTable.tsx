import { Button, Skeleton } from "@mantine/core";
import { type ReactNode, useEffect, useRef } from "react";
import classes from "./DataTable.module.css";

export type Column<T> = {
  title: string;
  cell: (row: T) => ReactNode;
  width?: number | string;
  end?: boolean;
  hideTitle?: boolean;
};

type Props<T> = {
  label: string;
  columns: readonly Column<T>[];
  rows: readonly T[] | undefined;
  rowKey: (row: T) => string | number;
  empty?: ReactNode;
  more?: { has: boolean; loading: boolean; load: () => void };
  clickable?: boolean;
  rowHeight?: number;
};

/** A dense table; a `rowLink` in a cell makes its whole row a link. */
export function DataTable<T>({
  label,
  columns,
  rows,
  rowKey,
  empty,
  more,
  clickable = true,
  rowHeight,
}: Props<T>) {
  if (rows && rows.length === 0 && empty) return empty;
  return (
    <div className={classes.scroll} style={rowHeight ? { ["--row" as string]: `${rowHeight}px` } : undefined}>
      <table className={classes.table} aria-label={label} aria-busy={!rows}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th
                key={column.title}
                scope="col"
                className={column.end ? classes.end : undefined}
                style={{ width: column.width }}
              >
                {column.hideTitle ? <span className="visually-hidden">{column.title}</span> : column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows
            ? rows.map((row) => (
                <tr key={rowKey(row)} className={clickable ? classes.go : undefined}>
                  {columns.map((column) => (
                    <td key={column.title} className={column.end ? `${classes.end} num` : undefined}>
                      {column.cell(row)}
                    </td>
                  ))}
                </tr>
              ))
            : [0, 1, 2, 3, 4, 5].map((n) => (
                <tr key={n}>
                  {columns.map((column, i) => (
                    <td key={column.title}>
                      <Skeleton
                        height={10}
                        width={i === 0 ? `${58 - n * 5}%` : "45%"}
                        ml={column.end ? "auto" : 0}
                      />
                    </td>
                  ))}
                </tr>
              ))}
        </tbody>
      </table>
      {more?.has && <More {...more} />}
    </div>
  );
}

function More({ loading, load }: { loading: boolean; load: () => void }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = place.current;
    if (!element || loading) return;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) load();
      },
      { rootMargin: "400px" },
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, [loading, load]);
  return (
    <div className={classes.more} ref={place}>
      <Button variant="subtle" color="gray" loading={loading} onClick={load}>
        Show more
      </Button>
    </div>
  );
}

export const rowLink = classes.rowLink;
