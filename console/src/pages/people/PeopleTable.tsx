import type { ReactNode } from "react";
import type { Json, PersonRow } from "@/api/types";
import { type Column, DataTable, rowLink } from "@/ui/DataTable";
import { PersonLink } from "@/ui/links";
import { When } from "@/ui/When";

const HIDDEN = new Set(["name", "first_name", "last_name", "email", "id", "created_at"]);
const COLUMNS_MAX = 3;

const quiet = { color: "var(--text-2)" };

/** The attributes worth a column: plain values that most people of the page have. */
function attributeColumns(rows: readonly PersonRow[]): string[] {
  const seen = new Map<string, number>();
  for (const row of rows) {
    for (const [name, value] of Object.entries(row.attributes)) {
      if (!HIDDEN.has(name) && typeof value !== "object") seen.set(name, (seen.get(name) ?? 0) + 1);
    }
  }
  return [...seen]
    .filter(([, n]) => n >= rows.length / 2)
    .slice(0, COLUMNS_MAX)
    .map(([name]) => name);
}

const shown = (value: Json | undefined) => (value === undefined || value === null ? "–" : String(value));

type Props = {
  rows: readonly PersonRow[] | undefined;
  more?: { has: boolean; loading: boolean; load: () => void };
  empty?: ReactNode;
  label?: string;
};

export function PeopleTable({ rows, more, empty, label = "People" }: Props) {
  const columns: Column<PersonRow>[] = [
    { title: "Person", width: "19%", cell: (p) => <PersonLink person={p} mark className={rowLink} /> },
    { title: "E-mail", width: "22%", cell: (p) => <span style={quiet}>{p.email ?? "–"}</span> },
    {
      title: "Id",
      width: 96,
      cell: (p) => (
        <span className="num" style={quiet}>
          {p.id ?? "–"}
        </span>
      ),
    },
    ...attributeColumns(rows ?? []).map(
      (name): Column<PersonRow> => ({
        title: name,
        cell: (p) => <span style={quiet}>{shown(p.attributes[name])}</span>,
      }),
    ),
    {
      title: "Last seen",
      width: 112,
      cell: (p) => (
        <span style={quiet}>
          <When at={p.last_seen_at} />
        </span>
      ),
    },
    {
      title: "Created",
      width: 112,
      cell: (p) => (
        <span style={quiet}>
          <When at={p.created_at} />
        </span>
      ),
    },
  ];
  return (
    <DataTable
      label={label}
      columns={columns}
      rows={rows}
      rowKey={(p) => p.cio_id}
      more={more}
      empty={empty}
      rowHeight={38}
    />
  );
}
