package dev.beckon.registry;

import static dev.beckon.registry.TestDocuments.hello;
import static dev.beckon.registry.TestDocuments.json;
import static dev.beckon.registry.TestDocuments.trial;
import static dev.beckon.registry.TestDocuments.welcome;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.beckon.core.value.Value;
import dev.beckon.registry.bundle.BundleFile;
import dev.beckon.registry.bundle.Change;
import dev.beckon.registry.campaign.Campaign;
import dev.beckon.registry.document.Document;
import dev.beckon.registry.document.TemplateCheck;
import dev.beckon.registry.workspace.IdentityOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BundlesTest {
  private static final By ANN = By.member(1, "Ann");
  @TempDir Path folder;
  private Registry registry;
  private int acme;

  @BeforeEach
  void open() {
    registry = Registry.open(folder.resolve("registry.db"), TemplateCheck.NONE, new TestClock());
    acme = registry.workspaces().create("Acme", "UTC", ANN).id();
  }

  @AfterEach
  void close() {
    registry.close();
  }

  private void fill() {
    registry.segments().create(acme, trial(), ANN);
    registry
        .layouts()
        .create(acme, json("{'name': 'plain', 'html': '<html>\\n{{ content }}\\n</html>'}"), ANN);
    Value.Fields dressed =
        hello().with("layout", Value.of("plain")).with("text", Value.of("Hi\r\nyou\n\n"));
    registry.messages().create(acme, dressed, ANN);
    registry.campaigns().create(acme, welcome(), ANN);
  }

  @Test
  void aWorkspaceReadsWellAsFiles() {
    fill();
    registry.campaigns().start(acme, 1, ANN);
    assertThat(registry.bundles().export(acme))
        .extracting(BundleFile::path)
        .containsExactly(
            "campaigns/welcome.yaml",
            "layouts/plain.html",
            "messages/hello.html",
            "messages/hello.txt",
            "messages/hello.yaml",
            "segments/trial.yaml",
            "workspace.yaml");
    assertThat(text("campaigns/welcome.yaml"))
        .isEqualTo(
            """
            name: Welcome
            state: running
            trigger: {segment: Trial}
            filter: {in_segment: Trial}
            goal: {leave_segment: Trial}
            steps:
              - {id: hello, send: {channel: email, message: Hello}}
              - {id: pause, delay: 2d}
              - id: tried
                branch: {performed: tried, since: entry}
                then:
                  - {id: good, send: {channel: email, message: Hello}}
                otherwise:
                  - {id: stop, exit: true}
              - {id: end, delay: 1h}
            """);
    assertThat(text("messages/hello.yaml"))
        .isEqualTo(
            """
            name: Hello
            channel: email
            subject: Hi
            layout: plain
            html: {file: hello.html}
            text: {file: hello.txt}
            """);
    assertThat(text("messages/hello.txt")).isEqualTo("Hi\nyou\n");
    assertThat(text("workspace.yaml"))
        .isEqualTo(
            """
            name: Acme
            timezone: UTC
            sender:
              from: "Acme <hello@beckon.test>"
            identity: {email_by_id: false, auto_merge: true}
            """);
  }

  @Test
  void whatIsDecidedOnIdentityIsPartOfTheFiles() {
    IdentityOptions wanted = new IdentityOptions(true, false);
    registry.workspaces().chooseIdentity(acme, wanted, ANN);
    assertThat(text("workspace.yaml")).contains("identity:", "email_by_id: true");
    List<BundleFile> files = registry.bundles().export(acme);
    registry.workspaces().chooseIdentity(acme, IdentityOptions.NONE, ANN);
    registry.bundles().apply(acme, files, false, ANN);
    assertThat(registry.workspaces().get(acme).identity()).isEqualTo(wanted);
  }

  @Test
  void applyingWhatWasExportedChangesNothing() {
    fill();
    registry.campaigns().start(acme, 1, ANN);
    registry.campaigns().create(acme, welcome().with("name", Value.of("wélcome")), ANN);
    registry.segments().create(acme, trial().with("name", Value.of("夏")), ANN);
    List<BundleFile> files = registry.bundles().export(acme);
    long version = registry.publication().latest(acme).orElseThrow().version();
    List<Change> changes = registry.bundles().apply(acme, files, true, ANN);
    assertThat(changes).extracting(Change::action).containsOnly(Change.Action.NONE).hasSize(7);
    assertThat(registry.publication().latest(acme).orElseThrow().version()).isEqualTo(version);
    assertThat(registry.bundles().export(acme)).isEqualTo(files);
    assertThat(files)
        .extracting(BundleFile::path)
        .filteredOn(path -> path.startsWith("campaigns/") || path.startsWith("segments/"))
        .allMatch(
            path ->
                path.matches(
                    "campaigns/welcome(-[0-9a-f]{8})?.yaml|segments/(trial|[0-9a-f]{8}).yaml"));
  }

  @Test
  void filesMakeTheSameWorkspaceElsewhere() {
    fill();
    registry.campaigns().start(acme, 1, ANN);
    registry.campaigns().stop(acme, 1, Campaign.UnderWay.EXIT, ANN);
    List<BundleFile> files = new ArrayList<>(registry.bundles().export(acme));
    files.removeIf(file -> file.path().equals("workspace.yaml"));
    int other = registry.workspaces().create("Other", "UTC", ANN).id();
    assertThat(registry.bundles().apply(other, files, false, ANN))
        .filteredOn(change -> change.action() == Change.Action.CREATE)
        .hasSize(4);
    assertThat(definitions(other)).isEqualTo(definitions(acme));
    List<BundleFile> again = new ArrayList<>(registry.bundles().export(other));
    again.removeIf(file -> file.path().equals("workspace.yaml"));
    assertThat(again).isEqualTo(files);
  }

  private List<String> definitions(int workspace) {
    List<Document> all = new ArrayList<>(registry.segments().list(workspace));
    all.addAll(registry.messages().list(workspace));
    all.addAll(registry.layouts().list(workspace));
    registry.campaigns().list(workspace).forEach(campaign -> all.add(campaign.document()));
    return all.stream().map(document -> document.definition().toString()).toList();
  }

  @Test
  void plansShowTheDifferenceAndDoNothing() {
    fill();
    List<BundleFile> files =
        List.of(
            new BundleFile(
                "segments/whatever.yaml",
                """
                name: Trial
                # comments are fine
                when:
                  any:
                    - attribute: plan
                      is: trial
                    - attribute: plan
                      is: "no"
                """));
    List<Change> plan = registry.bundles().plan(acme, files, false, ANN);
    assertThat(plan)
        .filteredOn(change -> change.action() != Change.Action.NONE)
        .singleElement()
        .satisfies(
            change ->
                assertThat(change.diff())
                    .isEqualTo(
                        """
                        --- a/segments/trial.yaml
                        +++ b/segments/trial.yaml
                        @@ -1,2 +1,5 @@
                         name: Trial
                        -when: {attribute: plan, is: trial}
                        +when:
                        +  any:
                        +    - {attribute: plan, is: trial}
                        +    - {attribute: plan, is: "no"}
                        """));
    assertThat(registry.segments().get(acme, 1).version()).isEqualTo(1);
    assertThat(registry.bundles().apply(acme, files, false, ANN)).isEqualTo(plan);
    assertThat(registry.segments().get(acme, 1).version()).isEqualTo(2);
  }

  @Test
  void wrongFilesAreRefusedWithTheirPlaces() {
    fill();
    assertThat(
            places(
                file("segments/a.yaml", "name: A\nwhen:\n  attribute: x\n  iss: 1\n"),
                file("segments/b.yaml", "name: B\nwhen: {in_segment: Nobody}\n"),
                file("segments/c.yaml", "name: C\nwhen: {attribute: x, is: yes}\n"),
                file("campaigns/d.yaml", "name: D\nstate: paused\n"),
                file("messages/e.yaml", "name: E\nhtml: {file: nothing.html}\n"),
                file("messages/f.html", "<p>"),
                file("notes.md", "")))
        .containsExactly(
            "segments/c.yaml:2:26",
            "campaigns/d.yaml:2:1",
            "messages/e.yaml:2:1",
            "notes.md:1:1",
            "messages/f.html:1:1");
    assertThat(
            places(
                file("segments/a.yaml", "name: A\nwhen:\n  attribute: x\n  iss: 1\n"),
                file("segments/b.yaml", "name: B\nwhen: {in_segment: Nobody}\n"),
                file(
                    "campaigns/d.yaml",
                    """
                    name: D
                    trigger: {event: e}
                    steps:
                      - {id: a, send: {channel: email, message: Missing}}
                    """)))
        .containsExactly(
            "segments/a.yaml:4:3",
            "segments/a.yaml:2:1",
            "segments/b.yaml:2:8",
            "campaigns/d.yaml:4:36");
    assertThat(places(file("workspace.yaml", "name: Acme\ntimezone: Mars\nextra: 1\n")))
        .containsExactly("workspace.yaml:3:1");
    assertThat(places(file("workspace.yaml", "identity: {auto_merge: 'yes', merge: true}\n")))
        .containsExactly("workspace.yaml:1:12", "workspace.yaml:1:31");
    assertThat(places(file("workspace.yaml", "timezone: Mars\n")))
        .containsExactly("workspace.yaml:1:1");
    assertThat(places(file("layouts/A b.html", "{{ content }}"), file("layouts/c.html", "x")))
        .containsExactly("layouts/A b.html:1:1");
    assertThat(places(file("layouts/c.html", "x"))).containsExactly("layouts/c.html:1:1");
  }

  @Test
  void whatHasNoFileIsDeletedOnlyWhenAsked() {
    fill();
    List<BundleFile> segment =
        List.of(file("segments/trial.yaml", "name: Trial\nwhen: {attribute: plan, is: trial}\n"));
    registry.bundles().apply(acme, segment, false, ANN);
    assertThat(registry.messages().list(acme)).hasSize(1);
    List<Change> changes = registry.bundles().apply(acme, segment, true, ANN);
    assertThat(changes)
        .filteredOn(change -> change.action() == Change.Action.DELETE)
        .extracting(Change::kind)
        .containsExactly("layout", "message", "campaign");
    assertThat(registry.messages().list(acme)).isEmpty();
    assertThat(registry.campaigns().list(acme)).isEmpty();
    assertThat(registry.layouts().list(acme)).isEmpty();
  }

  @Test
  void filesStartAndStopCampaigns() {
    fill();
    Campaign draft = registry.campaigns().get(acme, 1);
    String yaml = text("campaigns/welcome.yaml");
    apply(file("campaigns/welcome.yaml", "state: running\n" + yaml));
    assertThat(registry.campaigns().get(acme, 1).run().state()).isEqualTo(Campaign.State.RUNNING);
    assertThat(registry.campaigns().get(acme, 1).document().version())
        .isEqualTo(draft.document().version());
    apply(file("campaigns/welcome.yaml", yaml));
    assertThat(registry.campaigns().get(acme, 1).run().state()).isEqualTo(Campaign.State.RUNNING);
    assertThat(places(file("campaigns/welcome.yaml", "state: draft\n" + yaml)))
        .containsExactly("campaigns/welcome.yaml:1:1");
    apply(file("campaigns/welcome.yaml", "state: stopped\n" + yaml));
    assertThat(registry.campaigns().get(acme, 1).run().state()).isEqualTo(Campaign.State.STOPPED);
  }

  private void apply(BundleFile... files) {
    registry.bundles().apply(acme, List.of(files), false, ANN);
  }

  private String text(String path) {
    return registry.bundles().export(acme).stream()
        .filter(file -> file.path().equals(path))
        .findAny()
        .orElseThrow()
        .text();
  }

  private static BundleFile file(String path, String text) {
    return new BundleFile(path, text);
  }

  private List<String> places(BundleFile... files) {
    List<BundleFile> before = registry.bundles().export(acme);
    Rejection rejection =
        catchThrowableOfType(
            Rejection.class, () -> registry.bundles().apply(acme, List.of(files), false, ANN));
    assertThat(registry.bundles().export(acme)).isEqualTo(before);
    return rejection.faults().stream().map(Rejection.Fault::pointer).toList();
  }
}
