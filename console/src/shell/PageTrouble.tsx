import { type ErrorComponentProps, useRouter } from "@tanstack/react-router";
import { Trouble } from "@/ui/Trouble";

/** A page that could not be shown. */
export function PageTrouble({ error, reset }: ErrorComponentProps) {
  const router = useRouter();
  const again = () => {
    reset();
    void router.invalidate();
  };
  return (
    <div style={{ maxWidth: 620, margin: "72px auto", padding: "0 24px" }}>
      <Trouble error={error} retry={again} />
    </div>
  );
}
