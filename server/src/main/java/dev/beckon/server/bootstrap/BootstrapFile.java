package dev.beckon.server.bootstrap;

import dev.beckon.server.bootstrap.Bootstrap.Email;
import dev.beckon.server.bootstrap.Bootstrap.Member;
import dev.beckon.server.bootstrap.Bootstrap.Role;
import dev.beckon.server.bootstrap.Bootstrap.Secret;
import dev.beckon.server.bootstrap.Bootstrap.Smtp;
import dev.beckon.server.bootstrap.Bootstrap.StartTls;
import dev.beckon.server.bootstrap.Bootstrap.Workspace;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
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
  private static final List<String> EMAIL = List.of("from", "smtp");
  private static final List<String> SMTP =
      List.of("host", "port", "starttls", "username", "password");
  private static final List<String> MEMBER = List.of("email", "password", "role");

  private BootstrapFile() {}

  /// @throws BootstrapException which names the place in the file, what was expected, what was
  // found
  public static Bootstrap read(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new BootstrapException("--bootstrap: Expected a file, but there is none at " + file);
    }
    try {
      return bootstrap(Fields.of(JSON.readTree(file.toFile()), "", FILE));
    } catch (JacksonException broken) {
      throw new BootstrapException(
          "%s line %d: Expected JSON, but it cannot be read: %s"
              .formatted(file, broken.getLocation().getLineNr(), broken.getOriginalMessage()));
    } catch (BootstrapException wrong) {
      throw new BootstrapException(file + ": " + wrong.getMessage());
    }
  }

  private static Bootstrap bootstrap(Fields fields) {
    String baseUrl = fields.textOrNull("base_url");
    return new Bootstrap(
        baseUrl == null ? null : webAddress(fields, baseUrl),
        fields.objects("workspaces", WORKSPACE).stream().map(BootstrapFile::workspace).toList(),
        fields.objects("members", MEMBER).stream().map(BootstrapFile::member).toList());
  }

  private static Workspace workspace(Fields fields) {
    Fields email = fields.objectOrNull("email", EMAIL);
    return new Workspace(
        fields.text("name"),
        zone(fields),
        fields.textOrNull("site_id"),
        secretOrNull(fields, "api_key"),
        secretOrNull(fields, "app_api_key"),
        secretOrNull(fields, "write_key"),
        email == null ? null : email(email));
  }

  private static Email email(Fields fields) {
    return new Email(fields.text("from"), smtp(fields.object("smtp", SMTP)));
  }

  private static Smtp smtp(Fields fields) {
    return new Smtp(
        fields.text("host"),
        fields.integer("port", 1, 65_535),
        fields.choice("starttls", StartTls.class, StartTls.IF_OFFERED),
        fields.textOrNull("username"),
        secretOrNull(fields, "password"));
  }

  private static Member member(Fields fields) {
    return new Member(
        fields.text("email"),
        new Secret(fields.text("password")),
        fields.choice("role", Role.class, Role.OWNER));
  }

  private static @Nullable Secret secretOrNull(Fields fields, String key) {
    String text = fields.textOrNull(key);
    return text == null ? null : new Secret(text);
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
