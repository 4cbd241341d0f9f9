import { Code } from "@/ui/Code";
import { Panel } from "@/ui/Panel";
import { useHere } from "@/ui/workspace";
import classes from "./SettingsPage.module.css";

/** How to keep what was authored in Git. */
export function CodeSection() {
  const { baseUrl } = useHere();
  const commands = `./beckon export definitions --url ${baseUrl}
git -C definitions diff
./beckon apply definitions --url ${baseUrl} --plan
./beckon apply definitions --url ${baseUrl}`;
  return (
    <Panel title="Definitions as code">
      <p className={classes.lead}>
        Segments, campaigns, messages and settings of this workspace as YAML files and templates: to review in
        a pull request, to move from staging to production, to roll back. The console and the files make the
        same definitions.
      </p>
      <Code value={commands} language="text" label="Commands" copy />
      <ul className={classes.commands}>
        <li>
          <code>--plan</code> shows what would change, and changes nothing.
        </li>
        <li>
          The commands read an app key from <code>BECKON_APP_KEY</code>.
        </li>
        <li>
          The JSON Schema for your editor is at{" "}
          <a href="/manage/v1/schema" target="_blank" rel="noreferrer">
            <code>{baseUrl}/manage/v1/schema</code>
          </a>
          .
        </li>
      </ul>
    </Panel>
  );
}
