import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useSaveSegment } from "@/api/segments";
import { Page } from "@/ui/Page";
import { useHere } from "@/ui/workspace";
import { takeDraft } from "./draft";
import { SegmentEditor } from "./SegmentEditor";

/** A segment in the making, with its count and sample beside it. */
export function NewSegmentPage() {
  const { id } = useHere();
  const navigate = useNavigate();
  const save = useSaveSegment(id, null);
  const [start] = useState(() => ({ name: "", when: takeDraft() ?? { all: [] } }));
  const back = { href: `/w/${id}/segments`, label: "Segments" };
  return (
    <Page title="New segment" back={back}>
      <SegmentEditor
        document={start}
        save={save}
        onSave={(document) =>
          save.mutate(document, {
            onSuccess: (segment) =>
              navigate({
                to: "/w/$ws/segments/$segment",
                params: { ws: String(id), segment: String(segment.id) },
              }),
          })
        }
        onCancel={() => navigate({ to: "/w/$ws/segments", params: { ws: String(id) } })}
      />
    </Page>
  );
}
