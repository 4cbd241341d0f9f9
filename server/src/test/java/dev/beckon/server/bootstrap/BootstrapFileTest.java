package dev.beckon.server.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.beckon.registry.Bootstrap.WantedMember;
import dev.beckon.registry.Bootstrap.WantedWorkspace;
import dev.beckon.registry.member.Role;
import dev.beckon.registry.workspace.Sender;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BootstrapFileTest {

  @TempDir Path dir;

  @Test
  void readsAWholeFile() throws IOException {
    BootstrapPlan bootstrap =
        read(
            """
            {"base_url": "http://127.0.0.1:8080",
             "workspaces": [{"name": "Acme", "timezone": "Europe/Berlin", "site_id": "site",
               "api_key": "key", "app_api_key": "app", "write_key": "wk",
               "email": {"from": "Acme <hello@acme.test>",
                 "smtp": {"host": "127.0.0.1", "port": 2525, "starttls": "never",
                          "username": null, "password": "pw"}}}],
             "members": [{"email": "owner@acme.test", "password": "secret", "role": "owner"}]}
            """);
    var smtp =
        new Sender.SmtpWish(
            "127.0.0.1", 2525, Sender.StartTls.NEVER, null, new Sender.Password.Set("pw"));
    assertThat(bootstrap)
        .isEqualTo(
            new BootstrapPlan(
                URI.create("http://127.0.0.1:8080"),
                List.of(
                    new WantedWorkspace(
                        "Acme",
                        "Europe/Berlin",
                        "site",
                        "key",
                        "app",
                        "wk",
                        new Sender.Wish("Acme <hello@acme.test>", null, smtp))),
                List.of(new WantedMember(null, "owner@acme.test", "secret", Role.OWNER))));
    assertThat(bootstrap.toString()).doesNotContain("secret", "pw");
  }

  @Test
  void mostMayBeLeftOut() throws IOException {
    assertThat(read("{}")).isEqualTo(new BootstrapPlan(null, List.of(), List.of()));
    assertThat(read("{\"workspaces\": [{\"name\": \"Acme\"}]}").workspaces())
        .containsExactly(new WantedWorkspace("Acme", "UTC", null, null, null, null, null));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[]|the file: Expected an object, but got a list",
        "{\"member\": []}|member: Expected one of base_url, workspaces, members, but got"
            + " \"member\"; did you mean \"members\"?",
        "{\"workspaces\": [{}]}|workspaces[0].name: Expected a text, but got nothing",
        "{\"workspaces\": {}}|workspaces: Expected a list, but got an object",
        "{\"workspaces\": [{\"nam\": \"A\"}]}|workspaces[0].nam: Expected one of name, timezone,"
            + " site_id, api_key, app_api_key, write_key, email, but got \"nam\"; did you mean"
            + " \"name\"?",
        "{\"workspaces\": [{\"name\": \"A\", \"timezone\": \"Mars\"}]}|workspaces[0].timezone:"
            + " Expected a time zone such as Europe/Berlin, but got \"Mars\"",
        "{\"members\": [{\"email\": \"a@b.c\", \"password\": \"p\", \"role\": \"king\"}]}"
            + "|members[0].role: Expected one of viewer, editor, owner, but got \"king\"",
        "{\"base_url\": \"acme\"}|base_url: Expected an address such as http://127.0.0.1:8080, but"
            + " got \"acme\"",
        "{\"members\": []} x|Expected JSON",
        "{\"members\": [], \"members\": []}|Expected JSON",
      })
  void refuses(String text, String message) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOf(BootstrapException.class)
        .hasMessageContaining(message);
  }

  @ParameterizedTest
  @CsvSource({"1,true", "65535,true", "0,false", "65536,false", "'\"25\"',false", "2.5,false"})
  void aPortIsAPort(String port, boolean good) throws IOException {
    String text =
        """
        {"workspaces": [{"name": "A", "email": {"from": "a@b.c",
          "smtp": {"host": "h", "port": %s}}}]}
        """
            .formatted(port);
    if (good) {
      assertThat(read(text).workspaces()).hasSize(1);
    } else {
      assertThatThrownBy(() -> read(text))
          .hasMessageContaining("smtp.port: Expected a whole number from 1 to 65535, but got");
    }
  }

  @Test
  void aMissingFileIsSaid() {
    assertThatThrownBy(() -> BootstrapFile.read(dir.resolve("nowhere.json")))
        .hasMessageStartingWith("--bootstrap: Expected a file, but there is none at ");
  }

  private BootstrapPlan read(String text) throws IOException {
    return BootstrapFile.read(Files.writeString(dir.resolve("bootstrap.json"), text));
  }
}
