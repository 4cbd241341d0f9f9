package dev.beckon.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.beckon.registry.document.TemplateCheck;
import dev.beckon.registry.key.Key;
import dev.beckon.registry.key.KeyKind;
import dev.beckon.registry.member.Member;
import dev.beckon.registry.member.Members;
import dev.beckon.registry.member.Role;
import dev.beckon.registry.member.Session;
import dev.beckon.registry.workspace.Sender;
import dev.beckon.registry.workspace.Workspace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AccountsTest {
  private static final By ANN = By.member(1, "Ann");
  private static final String PASSWORD = "correct horse battery";
  @TempDir Path folder;
  private final TestClock clock = new TestClock();
  private Registry registry;

  @BeforeEach
  void open() {
    registry = Registry.open(folder.resolve("registry.db"), TemplateCheck.NONE, clock);
  }

  @AfterEach
  void close() {
    registry.close();
  }

  private void reopen() {
    registry.close();
    open();
  }

  @Test
  void workspacesKeepTheirSettings() {
    Workspace acme = registry.workspaces().create("Acme", "Europe/Berlin", ANN);
    Workspace moved = registry.workspaces().update(acme.id(), null, "UTC", ANN);
    reopen();
    assertThat(registry.workspaces().get(acme.id())).isEqualTo(moved);
    assertThat(moved.version()).isEqualTo(2);
    assertThat(moved.sender().channel()).isEqualTo(Sender.Channel.SANDBOX);
    assertThat(registry.audit().list(acme.id(), Integer.MAX_VALUE, 10))
        .extracting(entry -> entry.who() + " " + entry.action())
        .containsExactly("Ann update", "Ann create");
  }

  @Test
  void workspacesRefuseWhatCannotBe() {
    registry.workspaces().create("Acme", "UTC", ANN);
    assertThat(refusal(() -> registry.workspaces().create("Acme", "UTC", ANN)).kind())
        .isEqualTo(Rejection.Kind.CONFLICT);
    assertThat(refusal(() -> registry.workspaces().create("B", "Mars/Base", ANN)).faults())
        .extracting(Rejection.Fault::pointer)
        .containsExactly("/timezone");
    assertThat(registry.workspaces().create("x".repeat(120), "UTC", ANN).name()).hasSize(120);
    assertThat(refusal(() -> registry.workspaces().create("x".repeat(121), "UTC", ANN)).faults())
        .extracting(Rejection.Fault::pointer)
        .containsExactly("/name");
    assertThat(refusal(() -> registry.workspaces().get(99)).kind())
        .isEqualTo(Rejection.Kind.NOT_FOUND);
  }

  @Test
  void smtpPasswordsAreSealedAndKept() throws IOException {
    int acme = registry.workspaces().create("Acme", "UTC", ANN).id();
    Sender.Password secret = new Sender.Password.Set("hunter22-hunter22");
    registry.workspaces().changeSender(acme, smtp("smtp.acme.test", secret), ANN);
    registry
        .workspaces()
        .changeSender(acme, smtp("smtp2.acme.test", new Sender.Password.Keep()), ANN);
    reopen();
    Sender.Account account = registry.workspaces().account(acme).orElseThrow();
    assertThat(account.host()).isEqualTo("smtp2.acme.test");
    assertThat(account.password()).isEqualTo("hunter22-hunter22");
    assertThat(registry.workspaces().get(acme).sender().toString()).doesNotContain("hunter22");
    assertNoFileHolds("hunter22");
    registry
        .workspaces()
        .changeSender(acme, smtp("smtp2.acme.test", new Sender.Password.None()), ANN);
    assertThat(registry.workspaces().account(acme).orElseThrow().password()).isNull();
  }

  @Test
  void sendersRefuseInjectedHeaders() {
    int acme = registry.workspaces().create("Acme", "UTC", ANN).id();
    for (String from :
        List.of("Acme", "a@b\r\nBcc: c@d", "Acme <a@b>\n", "A <a@b>, C <c@d>", "<>", "a b@c")) {
      assertThat(
              refusal(
                      () ->
                          registry
                              .workspaces()
                              .changeSender(acme, new Sender.Wish(from, null, null), ANN))
                  .faults())
          .as(from)
          .extracting(Rejection.Fault::pointer)
          .containsExactly("/from");
    }
  }

  @Test
  void membersLogInAndOut() throws IOException {
    Member ann = registry.members().create("Ann", "Ann@Acme.test", PASSWORD, Role.OWNER, By.SETUP);
    Session.Opened opened = registry.sessions().login("ann@acme.test", PASSWORD, "10.0.0.1");
    assertThat(opened.session().member().id()).isEqualTo(ann.id());
    assertThat(registry.members().get(ann.id()).lastLoginAt()).isEqualTo(clock.instant());
    reopen();
    Session session = registry.sessions().find(opened.token()).orElseThrow();
    assertThat(session.csrfMatches(opened.session().csrfToken())).isTrue();
    assertThat(session.csrfMatches("")).isFalse();
    assertNoFileHolds(opened.token());
    assertNoFileHolds(PASSWORD);
    registry.sessions().logout(opened.token());
    assertThat(registry.sessions().find(opened.token())).isEmpty();
  }

  @Test
  void sessionsEndAfterTwoWeeksWithoutUse() {
    registry.members().create("Ann", "ann@acme.test", PASSWORD, Role.OWNER, By.SETUP);
    String used = registry.sessions().login("ann@acme.test", PASSWORD, "").token();
    String unused = registry.sessions().login("ann@acme.test", PASSWORD, "").token();
    clock.passes(Duration.ofDays(10));
    assertThat(registry.sessions().find(used)).isPresent();
    clock.passes(Duration.ofDays(10));
    assertThat(registry.sessions().find(used)).isPresent();
    assertThat(registry.sessions().find(unused)).isEmpty();
    registry.tidy();
    assertThat(registry.sessions().find(used)).isPresent();
  }

  @Test
  void guessingIsSlowedDown() {
    registry.members().create("Ann", "ann@acme.test", PASSWORD, Role.OWNER, By.SETUP);
    for (int i = 0; i < 5; i++) {
      assertThat(refusal(() -> registry.sessions().login("ann@acme.test", "wrong", "a")).kind())
          .isEqualTo(Rejection.Kind.UNAUTHENTICATED);
    }
    Rejection wait = refusal(() -> registry.sessions().login("ann@acme.test", PASSWORD, "a"));
    assertThat(wait.kind()).isEqualTo(Rejection.Kind.RATE_LIMITED);
    assertThat(wait.retryAfterSeconds()).isEqualTo(900);
    assertThat(registry.sessions().login("ann@acme.test", PASSWORD, "b")).isNotNull();
    clock.passes(Duration.ofMinutes(15));
    assertThat(registry.sessions().login("ann@acme.test", PASSWORD, "a")).isNotNull();
  }

  @Test
  void passwordsAreChangedByThoseWhoKnowThem() {
    int ann =
        registry.members().create("Ann", "ann@acme.test", PASSWORD, Role.OWNER, By.SETUP).id();
    String here = registry.sessions().login("ann@acme.test", PASSWORD, "").token();
    String there = registry.sessions().login("ann@acme.test", PASSWORD, "").token();
    assertThat(
            refusal(() -> registry.members().changePassword(ann, "wrong", "a new password", here))
                .faults())
        .extracting(Rejection.Fault::pointer)
        .containsExactly("/current");
    assertThat(
            refusal(() -> registry.members().changePassword(ann, PASSWORD, "123456789", here))
                .faults())
        .extracting(Rejection.Fault::pointer)
        .containsExactly("/new");
    registry.members().changePassword(ann, PASSWORD, "1234567890", here);
    assertThat(registry.sessions().find(here)).isPresent();
    assertThat(registry.sessions().find(there)).isEmpty();
    assertThat(registry.sessions().login("ann@acme.test", "1234567890", "")).isNotNull();
  }

  @Test
  void theLastOwnerStays() {
    int ann =
        registry.members().create("Ann", "ann@acme.test", PASSWORD, Role.OWNER, By.SETUP).id();
    Members.Invited bob = registry.members().invite("Bob", "bob@acme.test", Role.EDITOR, ANN);
    assertThat(registry.sessions().login("bob@acme.test", bob.oneTimePassword(), "")).isNotNull();
    assertThat(refusal(() -> registry.members().delete(ann, ANN)).kind())
        .isEqualTo(Rejection.Kind.CONFLICT);
    assertThat(refusal(() -> registry.members().update(ann, null, Role.VIEWER, ANN)).kind())
        .isEqualTo(Rejection.Kind.CONFLICT);
    registry.members().update(bob.member().id(), null, Role.OWNER, ANN);
    registry.members().delete(ann, ANN);
    assertThat(registry.members().list()).extracting(Member::name).containsExactly("Bob");
  }

  @Test
  void keysOpenTheirWorkspaceUntilRevoked() throws IOException {
    int acme = registry.workspaces().create("Acme", "UTC", ANN).id();
    Key.Starter first = registry.keys().createStarter(acme, ANN);
    reopen();
    assertThat(registry.keys().track(first.siteId(), first.apiKey()).orElseThrow().workspace())
        .isEqualTo(acme);
    assertThat(registry.keys().app(first.appApiKey())).isPresent();
    assertThat(registry.keys().write(first.writeKey())).isPresent();
    assertThat(registry.keys().write(first.appApiKey())).isEmpty();
    assertThat(registry.keys().track("", first.apiKey())).isEmpty();
    assertNoFileHolds(first.appApiKey());
    Key key =
        registry.keys().list(acme).stream().filter(k -> k.kind() == KeyKind.APP).findAny().get();
    assertThat(key.lastUsedAt()).isEqualTo(clock.instant());
    assertThat(first.appApiKey()).endsWith(key.hint());
    registry.keys().revoke(acme, key.id(), ANN);
    assertThat(registry.keys().app(first.appApiKey())).isEmpty();
    assertThat(registry.keys().list(acme)).last().extracting(Key::id).isEqualTo(key.id());
  }

  @Test
  void bootstrapCreatesWhatIsAbsentAndChangesNothing() {
    Sender.Wish email = smtp("127.0.0.1", new Sender.Password.None());
    List<Bootstrap.WantedWorkspace> workspaces =
        List.of(new Bootstrap.WantedWorkspace("Acme", "UTC", "site", "key", "app", "wk", email));
    List<Bootstrap.WantedMember> members =
        List.of(new Bootstrap.WantedMember(null, "owner@acme.test", PASSWORD, Role.OWNER));
    registry.bootstrap().apply(workspaces, members);
    int acme = registry.keys().track("site", "key").orElseThrow().workspace();
    registry.workspaces().update(acme, null, "Asia/Tokyo", ANN);
    registry.workspaces().changeSender(acme, new Sender.Wish("a@b.test", null, null), ANN);
    registry.bootstrap().apply(workspaces, members);
    assertThat(registry.workspaces().list()).hasSize(1);
    assertThat(registry.workspaces().get(acme).timezone()).isEqualTo("Asia/Tokyo");
    assertThat(registry.workspaces().get(acme).sender().smtp()).isNull();
    assertThat(registry.keys().list(acme)).hasSize(3);
    assertThat(registry.keys().app("app")).isPresent();
    assertThat(registry.keys().write("wk")).isPresent();
    assertThat(registry.members().list()).extracting(Member::name).containsExactly("owner");
    assertThat(registry.setup().needed()).isFalse();
  }

  @Test
  void bootstrapIsAllOrNothing() {
    Rejection rejection =
        refusal(
            () ->
                registry
                    .bootstrap()
                    .apply(
                        List.of(
                            new Bootstrap.WantedWorkspace(
                                "Acme", "UTC", "site", "key", null, null, null)),
                        List.of(
                            new Bootstrap.WantedMember(null, "a@b.test", "short", Role.OWNER))));
    assertThat(rejection.faults().getFirst().pointer()).isEqualTo("/members/0/password");
    assertThat(registry.workspaces().list()).isEmpty();
    assertThat(registry.keys().track("site", "key")).isEmpty();
  }

  @Test
  void setupRunsOnce() {
    Setup.Owner owner = new Setup.Owner("Ann", "ann@acme.test", PASSWORD);
    assertThat(registry.setup().needed()).isTrue();
    assertThat(refusal(() -> registry.setup().run(owner, "Acme", "Nowhere")).faults())
        .extracting(Rejection.Fault::pointer)
        .containsExactly("/workspace/timezone");
    assertThat(registry.setup().needed()).isTrue();
    Setup.Done done = registry.setup().run(owner, "Acme", "UTC");
    assertThat(registry.keys().write(done.keys().writeKey())).isPresent();
    assertThat(refusal(() -> registry.setup().run(owner, "B", "UTC")).kind())
        .isEqualTo(Rejection.Kind.CONFLICT);
  }

  @Test
  void anotherSecretFileIsNoticed() throws IOException {
    registry.close();
    Files.writeString(folder.resolve("registry.db.secret"), "00".repeat(32));
    assertThatThrownBy(this::open).hasMessageContaining("registry.db.secret");
    Files.delete(folder.resolve("registry.db.secret"));
    assertThatThrownBy(this::open).hasMessageContaining("registry.db.secret");
    folder.resolve("registry.db").toFile().delete();
    open();
  }

  private static Sender.Wish smtp(String host, Sender.Password password) {
    return new Sender.Wish(
        "Acme <hello@acme.test>",
        null,
        new Sender.SmtpWish(host, 2525, Sender.StartTls.NEVER, "acme", password));
  }

  private void assertNoFileHolds(String text) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).doesNotContain(text);
      }
    }
  }

  private static Rejection refusal(Runnable call) {
    return catchThrowableOfType(Rejection.class, call::run);
  }
}
