package dev.beckon.registry.document;

import dev.beckon.registry.Rejection;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a name may be, and what an e-mail address may be.
public final class Names {
  public static final int NAME_CHARS_MAX = 120;
  public static final int EMAIL_CHARS_MAX = 150;

  private static final Pattern EMAIL =
      Pattern.compile(
          "[^\\s@<>\",;:()\\[\\]\\\\\\p{Cntrl}]+@[^\\s@<>\",;:()\\[\\]\\\\\\p{Cntrl}]+");
  private static final Pattern SLUG = Pattern.compile("[a-z0-9][a-z0-9-]{0,59}");
  private static final Pattern SENDER =
      Pattern.compile("(?:([^<>\"\\p{Cntrl}]*)<([^<>]*)>|([^<>]*))");

  private Names() {}

  /// Refuses what cannot be a name.
  public static String check(String name, String pointer) {
    String problem = problem(name);
    if (problem != null) {
      throw Rejection.invalid(pointer, problem);
    }
    return name;
  }

  static @Nullable String problem(String name) {
    if (name.isBlank()) {
      return "Expected a name, but it is empty. Write 1 to " + NAME_CHARS_MAX + " characters.";
    }
    if (name.length() > NAME_CHARS_MAX) {
      return "Expected a name of at most %d characters, but it has %d. Shorten it."
          .formatted(NAME_CHARS_MAX, name.length());
    }
    if (!name.equals(name.strip())) {
      return "Expected a name without spaces around it, but there are some. Remove them.";
    }
    if (name.chars().anyMatch(Character::isISOControl)) {
      return "Expected a name on one line, but it has control characters. Remove them.";
    }
    return null;
  }

  /// What is wrong with a name that is also the name of a file; null where nothing is.
  static @Nullable String slugProblem(String name) {
    return SLUG.matcher(name).matches()
        ? null
        : "Expected a name of 1 to 60 letters a–z, digits and -, such as plain-letter, but got \""
            + name
            + "\".";
  }

  public static String checkEmail(String email, String pointer) {
    if (email.length() > EMAIL_CHARS_MAX || !EMAIL.matcher(email).matches()) {
      throw Rejection.invalid(
          pointer, "Expected an e-mail address such as ann@example.com, but got another text.");
    }
    return email;
  }

  /// Refuses what cannot stand in From or Reply-To: `ann@example.com` or `Ann <ann@example.com>`.
  public static String checkSender(String sender, String pointer) {
    var parts = SENDER.matcher(sender);
    if (parts.matches() && sender.length() <= 2 * EMAIL_CHARS_MAX) {
      String address = parts.group(2) == null ? parts.group(3) : parts.group(2);
      if (EMAIL.matcher(address.strip()).matches()) {
        return sender;
      }
    }
    throw Rejection.invalid(
        pointer, "Expected a sender such as Acme <hello@acme.com>, but got another text.");
  }
}
