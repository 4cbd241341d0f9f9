package dev.beckon.registry.workspace;

import dev.beckon.core.value.Maps;
import dev.beckon.core.value.Value;
import dev.beckon.registry.Rejection;
import dev.beckon.registry.document.Names;
import dev.beckon.registry.syntax.Json;
import dev.beckon.registry.syntax.JsonText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// How senders are checked and stored.
final class Senders {
  private static final int HOST_CHARS_MAX = 253;
  private static final int CREDENTIAL_CHARS_MAX = 500;

  private Senders() {}

  /// What a workspace starts with: the sandbox, and an address that goes nowhere.
  static Sender first(String workspace) {
    String plain = workspace.replaceAll("[^\\p{L}\\p{N} .&'-]", "").strip();
    return new Sender((plain.isEmpty() ? "Beckon" : plain) + " <hello@beckon.test>", null, null);
  }

  static void check(Sender.Wish wish) {
    List<Rejection.Fault> faults = new ArrayList<>();
    attempt(faults, () -> Names.checkSender(wish.from(), "/from"));
    if (wish.replyTo() != null) {
      String replyTo = wish.replyTo();
      attempt(faults, () -> Names.checkSender(replyTo, "/reply_to"));
    }
    if (wish.smtp() != null) {
      check(wish.smtp(), faults);
    }
    if (!faults.isEmpty()) {
      throw Rejection.invalid(faults);
    }
  }

  private static void check(Sender.SmtpWish smtp, List<Rejection.Fault> faults) {
    if (!smtp.host().matches("[A-Za-z0-9._:-]{1," + HOST_CHARS_MAX + "}")) {
      faults.add(
          new Rejection.Fault(
              "/smtp/host",
              "Expected a host name such as smtp.example.com, but got another text."));
    }
    if (smtp.port() < 1 || smtp.port() > 65_535) {
      faults.add(
          new Rejection.Fault(
              "/smtp/port", "Expected a port from 1 to 65535, but got " + smtp.port() + "."));
    }
    if (smtp.username() != null && smtp.username().length() > CREDENTIAL_CHARS_MAX) {
      faults.add(
          new Rejection.Fault(
              "/smtp/username",
              "Expected at most %d characters, but got %d."
                  .formatted(CREDENTIAL_CHARS_MAX, smtp.username().length())));
    }
    if (smtp.password() instanceof Sender.Password.Set set
        && set.secret().length() > CREDENTIAL_CHARS_MAX) {
      faults.add(
          new Rejection.Fault(
              "/smtp/password",
              "Expected at most %d characters, but got %d."
                  .formatted(CREDENTIAL_CHARS_MAX, set.secret().length())));
    }
  }

  private static void attempt(List<Rejection.Fault> faults, Runnable check) {
    try {
      check.run();
    } catch (Rejection e) {
      faults.addAll(e.faults());
    }
  }

  static String toJson(Sender sender) {
    Value.Fields fields = put(Value.Fields.EMPTY, "from", sender.from());
    fields = put(fields, "reply_to", sender.replyTo());
    Sender.Smtp smtp = sender.smtp();
    if (smtp != null) {
      Value.Fields server = put(Value.Fields.EMPTY, "host", smtp.host());
      server = server.with("port", Value.of(smtp.port()));
      server = put(server, "starttls", smtp.startTls().word());
      fields = fields.with("smtp", put(server, "username", smtp.username()));
    }
    return JsonText.of(fields);
  }

  static Sender fromJson(String json, boolean passwordSet) {
    Value.Fields fields = Json.stored(json);
    Sender.Smtp smtp = null;
    if (fields.get("smtp") instanceof Value.Fields server) {
      smtp =
          new Sender.Smtp(
              required(server, "host"),
              Integer.parseInt(required(server, "port")),
              Sender.StartTls.valueOf(required(server, "starttls").toUpperCase(Locale.ROOT)),
              text(server, "username"),
              passwordSet);
    }
    return new Sender(required(fields, "from"), text(fields, "reply_to"), smtp);
  }

  private static Value.Fields put(Value.Fields fields, String name, @Nullable String text) {
    return text == null
        ? fields
        : new Value.Fields(Maps.with(fields.fields(), name, Value.of(text)));
  }

  private static @Nullable String text(Value.Fields fields, String name) {
    Value value = fields.get(name);
    return value == null ? null : value.asText();
  }

  private static String required(Value.Fields fields, String name) {
    String text = text(fields, name);
    if (text == null) {
      throw new IllegalStateException("Expected a stored sender with " + name + ", but none is.");
    }
    return text;
  }
}
