package dev.beckon.registry;

import static dev.beckon.registry.TestDocuments.hello;
import static dev.beckon.registry.TestDocuments.json;
import static dev.beckon.registry.TestDocuments.trial;
import static dev.beckon.registry.TestDocuments.welcome;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.beckon.core.value.Value;
import dev.beckon.registry.campaign.Campaign;
import dev.beckon.registry.document.Document;
import dev.beckon.registry.document.TemplateCheck;
import dev.beckon.registry.syntax.JsonText;
import dev.beckon.registry.workspace.IdentityOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AuthoringTest {
  private static final By ANN = By.member(1, "Ann");
  @TempDir Path folder;
  private final List<String> published = new ArrayList<>();
  private boolean engineDown;
  private Registry registry;
  private int acme;

  @BeforeEach
  void open() {
    reopen();
    acme = registry.workspaces().create("Acme", "UTC", ANN).id();
  }

  private void reopen() {
    registry = Registry.open(folder.resolve("registry.db"), new Braces(), new TestClock());
    registry.publication().connect(this::publish);
  }

  @AfterEach
  void close() {
    registry.close();
  }

  private void publish(int workspace, long version, Value.Fields document) {
    if (engineDown) {
      throw new IllegalStateException("Expected an engine, but it is down.");
    }
    published.add(version + " " + JsonText.of(document));
  }

  /// A template check that wants every brace closed.
  private static final class Braces implements TemplateCheck {
    @Override
    public List<Flaw> flaws(String template) {
      int at = template.indexOf("{{");
      return at >= 0 && template.indexOf("}}", at) < 0
          ? List.of(new Flaw(1, at + 1, "Expected }}, but the text ends."))
          : List.of();
    }

    @Override
    public List<Variable> variables(String template) {
      int at = template.indexOf("{{");
      return at < 0
          ? List.of()
          : List.of(
              new Variable(template.substring(at + 2, template.indexOf("}}")).strip(), 1, at));
    }
  }

  @Test
  void documentsKeepEveryVersion() {
    Document trial = registry.segments().create(acme, trial(), ANN);
    Value.Fields wider = json("{'name': 'Trial', 'when': {'attribute': 'plan', 'is_not': 'paid'}}");
    Document next = registry.segments().update(acme, trial.id(), 1, wider, ANN);
    assertThat(next.version()).isEqualTo(2);
    assertThat(registry.segments().history(acme, trial.id()))
        .extracting(revision -> revision.version() + " " + revision.definition().get("when"))
        .hasSize(2)
        .first()
        .asString()
        .contains("is_not");
    assertThat(refusal(() -> registry.segments().update(acme, trial.id(), 1, wider, ANN)).kind())
        .isEqualTo(Rejection.Kind.CONFLICT);
    assertThat(registry.segments().update(acme, trial.id(), 2, wider, ANN).version()).isEqualTo(2);
    assertThat(refusal(() -> registry.segments().create(acme, wider, ANN)).kind())
        .isEqualTo(Rejection.Kind.CONFLICT);
    assertThat(refusal(() -> registry.segments().get(acme + 1, trial.id())).kind())
        .isEqualTo(Rejection.Kind.NOT_FOUND);
  }

  @Test
  void wrongDocumentsAreRefusedWithPointers() {
    assertThat(pointers("{'name': 'S', 'when': {'all': [{'attribute': 'a', 'iss': 1}]}}"))
        .contains("/when/all/0/iss");
    assertThat(pointers("{'when': {'attribute': 'a', 'is': 1}}")).containsExactly("/name");
    assertThat(pointers("{'id': 3, 'name': 'S', 'when': {'attribute': 'a', 'is': 1}}"))
        .containsExactly("/id");
    assertThat(pointers("{'name': 'S', 'when': {'in_segment': 'Nobody'}}"))
        .containsExactly("/when/in_segment");
    assertThat(registry.segments().list(acme)).isEmpty();
  }

  @Test
  void segmentsMayNotReferToEachOtherInACircle() {
    registry.segments().create(acme, trial(), ANN);
    registry.segments().create(acme, json("{'name': 'B', 'when': {'in_segment': 'Trial'}}"), ANN);
    Rejection circle =
        refusal(
            () ->
                registry
                    .segments()
                    .update(acme, 1, 1, json("{'name':'Trial','when':{'in_segment':'B'}}"), ANN));
    assertThat(circle.faults().getFirst().detail()).contains("Trial → B → Trial");
    assertThat(pointers("{'name': 'S', 'when': {'in_segment': 'S'}}")).containsExactly("/when");
  }

  @Test
  void renamingRewritesReferences() {
    install();
    registry.segments().create(acme, json("{'name': 'B', 'when': {'in_segment': 'Trial'}}"), ANN);
    Value.Fields renamed = trial().with("name", Value.of("On trial"));
    registry.segments().update(acme, 1, 1, renamed, ANN);
    registry.messages().update(acme, 1, 1, hello().with("name", Value.of("Hello you")), ANN);
    String campaign = JsonText.of(registry.campaigns().get(acme, 1).document().definition());
    assertThat(campaign).doesNotContain("\"Trial\"").doesNotContain("\"Hello\"");
    assertThat(campaign).contains("\"in_segment\":\"On trial\"").contains("\"Hello you\"");
    assertThat(registry.segments().uses(acme, 1))
        .extracting(use -> use.kind().word() + " " + use.name() + " " + use.role())
        .containsExactlyInAnyOrder(
            "segment B condition",
            "campaign Welcome trigger",
            "campaign Welcome filter",
            "campaign Welcome goal");
  }

  @Test
  void whatIsInUseStays() {
    install();
    Rejection inUse = refusal(() -> registry.segments().delete(acme, 1, ANN));
    assertThat(inUse.kind()).isEqualTo(Rejection.Kind.IN_USE);
    assertThat(inUse.detail()).contains("campaign Welcome");
    assertThat(refusal(() -> registry.messages().delete(acme, 1, ANN)).kind())
        .isEqualTo(Rejection.Kind.IN_USE);
    registry.campaigns().start(acme, 1, ANN);
    assertThat(refusal(() -> registry.campaigns().delete(acme, 1, ANN)).kind())
        .isEqualTo(Rejection.Kind.CONFLICT);
    registry.campaigns().stop(acme, 1, Campaign.UnderWay.FINISH, ANN);
    registry.campaigns().delete(acme, 1, ANN);
    registry.messages().delete(acme, 1, ANN);
    registry.segments().delete(acme, 1, ANN);
    assertThat(registry.segments().create(acme, trial(), ANN).id()).isEqualTo(2);
  }

  @Test
  void templatesAreLookedAtBeforeTheyAreSaved() {
    Value.Fields broken = hello().with("html", Value.of("<p>{{ customer.name </p>"));
    Rejection refusal = refusal(() -> registry.messages().create(acme, broken, ANN));
    assertThat(refusal.faults())
        .containsExactly(
            new Rejection.Fault("/html", "Line 1, column 4: Expected }}, but the text ends."));
    Value.Fields tooLong = hello().with("subject", Value.of("x".repeat(501)));
    assertThat(refusal(() -> registry.messages().create(acme, tooLong, ANN)).faults())
        .extracting(Rejection.Fault::pointer)
        .containsExactly("/subject");
    registry.messages().create(acme, hello().with("subject", Value.of("x".repeat(500))), ANN);
  }

  @Test
  void campaignsThatCannotRunAreNotStarted() {
    registry.segments().create(acme, trial(), ANN);
    Campaign draft = registry.campaigns().create(acme, welcome(), ANN);
    assertThat(registry.campaigns().problems(draft))
        .extracting(p -> p.severity() + " " + p.stepId() + " " + p.pointer())
        .containsExactly(
            "ERROR hello /steps/0/send/message", "ERROR good /steps/2/then/0/send/message");
    Rejection refusal = refusal(() -> registry.campaigns().start(acme, draft.id(), ANN));
    assertThat(refusal.kind()).isEqualTo(Rejection.Kind.CONFLICT);
    assertThat(refusal.faults()).hasSize(2);
    registry.messages().create(acme, hello().with("html", Value.of("{{ event.price }}")), ANN);
    assertThat(registry.campaigns().problems(draft))
        .extracting(Campaign.Problem::detail)
        .allMatch(detail -> detail.contains("not started by an event"));
    assertThat(registry.campaigns().start(acme, draft.id(), ANN).run().state())
        .isEqualTo(Campaign.State.RUNNING);
  }

  @Test
  void stepsThatNobodyReachesArePointedOut() {
    Campaign campaign =
        registry
            .campaigns()
            .create(
                acme,
                json(
                    """
                    {'name': 'C', 'trigger': {'event': 'e'}, 'steps': [
                      {'id': 'a', 'exit': true}, {'id': 'b', 'delay': '1d'}]}
                    """),
                ANN);
    assertThat(registry.campaigns().problems(campaign))
        .extracting(Campaign.Problem::stepId)
        .containsExactly(null, "b");
  }

  @Test
  void publicationFollowsEveryChangeThatMatters() {
    assertThat(published)
        .containsExactly(
            "1 {\"settings\":{\"name\":\"Acme\",\"timezone\":\"UTC\","
                + "\"identity\":{\"email_by_id\":false,\"auto_merge\":true}},"
                + "\"segments\":[],\"campaigns\":[]}");
    install();
    assertThat(published).as("drafts and messages are not published").hasSize(2);
    registry.campaigns().start(acme, 1, ANN);
    assertThat(published).hasSize(3);
    assertThat(published.getLast())
        .contains("\"state\":\"running\",\"started_epoch\":3")
        .contains("\"content\":\"");
    registry.messages().update(acme, 1, 1, hello().with("subject", Value.of("Ho")), ANN);
    assertThat(published).as("content of a running campaign").hasSize(4);
    registry.campaigns().stop(acme, 1, Campaign.UnderWay.EXIT, ANN);
    assertThat(published.getLast()).startsWith("5 ").contains("\"state\":\"halted\"");
    assertThat(registry.publication().latest(acme).orElseThrow().version()).isEqualTo(5);
    registry.workspaces().chooseIdentity(acme, new IdentityOptions(true, false), ANN);
    registry.workspaces().chooseIdentity(acme, new IdentityOptions(true, false), ANN);
    assertThat(published).hasSize(6);
    assertThat(published.getLast())
        .contains("\"identity\":{\"email_by_id\":true,\"auto_merge\":false}");
  }

  @Test
  void contentsAreKeptForEver() {
    install();
    registry
        .layouts()
        .create(acme, json("{'name': 'plain', 'html': '<html>{{ content }}</html>'}"), ANN);
    Value.Fields dressed = hello().with("layout", Value.of("plain"));
    registry.messages().update(acme, 1, 1, dressed, ANN);
    registry.campaigns().start(acme, 1, ANN);
    String first = hash();
    registry
        .layouts()
        .update(acme, 1, 1, json("{'name': 'plain', 'html': '<b>{{ content }}</b>'}"), ANN);
    String second = hash();
    assertThat(second).isNotEqualTo(first);
    assertThat(registry.contents().find(first).orElseThrow().layout())
        .isEqualTo("<html>{{ content }}</html>");
    assertThat(registry.contents().find(second).orElseThrow())
        .isEqualTo(registry.contents().preview(acme, dressed));
    assertThat(registry.contents().find("nothing")).isEmpty();
  }

  private String hash() {
    String text = published.getLast();
    int at = text.indexOf("\"content\":\"") + 11;
    return text.substring(at, text.indexOf('"', at));
  }

  @Test
  void whatTheEngineDidNotTakeIsPublishedAgain() {
    engineDown = true;
    registry.segments().create(acme, trial(), ANN);
    registry.workspaces().update(acme, null, "Asia/Tokyo", ANN);
    assertThat(published).hasSize(1);
    assertThat(registry.publication().isPending()).isTrue();
    registry.close();
    engineDown = false;
    reopen();
    assertThat(published).extracting(p -> p.charAt(0)).containsExactly('1', '2', '3');
    assertThat(registry.publication().isPending()).isFalse();
    registry.close();
    reopen();
    assertThat(published).hasSize(3);
  }

  @Test
  void peopleOnRemovedStepsGoOnBehindThem() {
    install();
    registry.campaigns().start(acme, 1, ANN);
    Value.Fields shorter =
        json(
            """
            {'name': 'Welcome', 'trigger': {'segment': 'Trial'}, 'steps': [
               {'id': 'hello', 'send': {'channel': 'email', 'message': 'Hello'}},
               {'id': 'end', 'delay': '1h'}]}
            """);
    registry.campaigns().update(acme, 1, 1, shorter, ANN);
    assertThat(published.getLast())
        .contains(
            "\"retired\":{\"pause\":\"end\",\"tried\":\"end\",\"good\":\"end\",\"stop\":\"end\"}");
    Value.Fields another =
        json(
            """
            {'name': 'Welcome', 'trigger': {'segment': 'Trial'}, 'steps': [
               {'id': 'pause', 'delay': '1h'},
               {'id': 'hello', 'send': {'channel': 'email', 'message': 'Hello'}}]}
            """);
    registry.campaigns().update(acme, 1, 2, another, ANN);
    assertThat(published.getLast())
        .contains("\"retired\":{\"tried\":\"\",\"good\":\"\",\"stop\":\"\",\"end\":\"\"}");
  }

  @Test
  void aRunningCampaignIsNotReplacedByOneThatCannotRun() {
    install();
    registry.campaigns().start(acme, 1, ANN);
    Value.Fields lost =
        json(
            """
            {'name': 'Welcome', 'trigger': {'segment': 'Trial'}, 'steps': [
               {'id': 'hello', 'send': {'channel': 'email', 'message': 'Nothing'}}]}
            """);
    assertThat(refusal(() -> registry.campaigns().update(acme, 1, 1, lost, ANN)).faults())
        .extracting(Rejection.Fault::pointer)
        .containsExactly("/steps/0/send/message");
    assertThat(registry.campaigns().get(acme, 1).document().version()).isEqualTo(1);
  }

  private void install() {
    registry.segments().create(acme, trial(), ANN);
    registry.messages().create(acme, hello(), ANN);
    registry.campaigns().create(acme, welcome(), ANN);
  }

  private List<String> pointers(String segment) {
    return refusal(() -> registry.segments().create(acme, json(segment), ANN)).faults().stream()
        .map(Rejection.Fault::pointer)
        .toList();
  }

  private static Rejection refusal(Runnable call) {
    return catchThrowableOfType(Rejection.class, call::run);
  }
}
