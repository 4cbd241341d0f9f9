package dev.beckon.server.bootstrap;

import dev.beckon.registry.Bootstrap.WantedMember;
import dev.beckon.registry.Bootstrap.WantedWorkspace;
import dev.beckon.registry.member.Role;
import dev.beckon.registry.workspace.Sender;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Reads a bootstrap file strictly: unknown keys, wrong types and left out values are refused.
public final class BootstrapFile {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private static final List<String> FILE = List.of("base_url", "workspaces", "members");
  private static final List<String> WORKSPACE =
      List.of("name", "timezone", "site_id", "api_key", "app_api_key", "write_key", "email");
  private static final List<String> EMAIL = List.of("from", "reply_to", "smtp");
  private static final List<String> SMTP =
      List.of("host", "port", "starttls", "username", "password");
  private static final List<String> MEMBER = List.of("name", "email", "password", "role");

  private BootstrapFile() {}

  /// @throws BootstrapException which names the place in the file, what was expected, what was
  // found
  public static BootstrapPlan read(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new BootstrapException("--bootstrap: Expected a file, but there is none at " + file);
    }
    try {
      return plan(Fields.of(JSON.readTree(file.toFile()), "", FILE));
    } catch (JacksonException broken) {
      throw new BootstrapException(
          "%s line %d: Expected JSON, but it cannot be read: %s"
              .formatted(file, broken.getLocation().getLineNr(), broken.getOriginalMessage()));
    } catch (BootstrapException wrong) {
      throw new BootstrapException(file + ": " + wrong.getMessage());
    }
  }

  private static BootstrapPlan plan(Fields fields) {
    String baseUrl = fields.textOrNull("base_url");
    return new BootstrapPlan(
        baseUrl == null ? null : webAddress(fields, baseUrl),
        fields.objects("workspaces", WORKSPACE).stream().map(BootstrapFile::workspace).toList(),
        fields.objects("members", MEMBER).stream().map(BootstrapFile::member).toList());
  }

  private static WantedWorkspace workspace(Fields fields) {
    Fields email = fields.objectOrNull("email", EMAIL);
    return new WantedWorkspace(
        fields.text("name"),
        zone(fields).getId(),
        fields.textOrNull("site_id"),
        fields.textOrNull("api_key"),
        fields.textOrNull("app_api_key"),
        fields.textOrNull("write_key"),
        email == null ? null : sender(email));
  }

  private static Sender.Wish sender(Fields fields) {
    return new Sender.Wish(
        fields.text("from"), fields.textOrNull("reply_to"), smtp(fields.object("smtp", SMTP)));
  }

  private static Sender.SmtpWish smtp(Fields fields) {
    String password = fields.textOrNull("password");
    return new Sender.SmtpWish(
        fields.text("host"),
        fields.integer("port", 1, 65_535),
        fields.choice("starttls", Sender.StartTls.class, Sender.StartTls.IF_OFFERED),
        fields.textOrNull("username"),
        password == null ? new Sender.Password.None() : new Sender.Password.Set(password));
  }

  private static WantedMember member(Fields fields) {
    return new WantedMember(
        fields.textOrNull("name"),
        fields.text("email"),
        fields.text("password"),
        fields.choice("role", Role.class, Role.OWNER));
  }

  private static ZoneId zone(Fields fields) {
    String name = fields.textOrNull("timezone");
    try {
      return ZoneId.of(name == null ? "UTC" : name);
    } catch (DateTimeException unknown) {
      throw fields.wrong("timezone", "a time zone such as Europe/Berlin", "\"" + name + "\"");
    }
  }

  private static URI webAddress(Fields fields, String text) {
    if (text.startsWith("http://") || text.startsWith("https://")) {
      try {
        return URI.create(text);
      } catch (IllegalArgumentException malformed) {
        throw fields.wrong("base_url", "an address", "\"" + text + "\"");
      }
    }
    throw fields.wrong("base_url", "an address such as http://127.0.0.1:8080", "\"" + text + "\"");
  }
}
