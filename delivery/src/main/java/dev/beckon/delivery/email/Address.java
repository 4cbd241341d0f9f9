package dev.beckon.delivery.email;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.IDN;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A mailbox with the name that people see beside it; nothing in it can break out of a header or an
/// SMTP command.
///
/// @param name empty where there is none
/// @param local the part before the `@`
/// @param domain in ASCII (IDNA)
public record Address(String name, String local, String domain) {
  public static final int LOCAL_BYTES_MAX = 64;
  public static final int ADDRESS_BYTES_MAX = 254;
  public static final int NAME_CHARS_MAX = 200;

  private static final Pattern WITH_NAME = Pattern.compile("(?s)(.*)<([^<>]*)>\\s*");
  private static final Pattern LOCAL =
      Pattern.compile(
          "[^\\s\\p{Cntrl}<>()\\[\\],;:@\"\\\\.]+(\\.[^\\s\\p{Cntrl}<>()\\[\\],;:@\"\\\\.]+)*");
  private static final Pattern DOMAIN =
      Pattern.compile("[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*");

  /// Reads `Name <local@domain>`, `"Name" <local@domain>` or `local@domain`.
  ///
  /// @throws IllegalArgumentException if it is none of them
  public static Address parse(String text) {
    Matcher named = WITH_NAME.matcher(text);
    boolean hasName = named.matches();
    String name = hasName ? unquoted(named.group(1).strip()) : "";
    String bare = (hasName ? named.group(2) : text).strip();
    int at = bare.lastIndexOf('@');
    if (at < 1 || name.length() > NAME_CHARS_MAX || controls(name)) {
      throw wrong(text);
    }
    String local = bare.substring(0, at);
    String domain = ascii(bare.substring(at + 1), text);
    boolean fits =
        local.getBytes(UTF_8).length <= LOCAL_BYTES_MAX
            && local.getBytes(UTF_8).length + 1 + domain.length() <= ADDRESS_BYTES_MAX;
    if (!fits || !LOCAL.matcher(local).matches() || !DOMAIN.matcher(domain).matches()) {
      throw wrong(text);
    }
    return new Address(name, local, domain);
  }

  private static boolean controls(String name) {
    return name.chars().anyMatch(Character::isISOControl);
  }

  private static String unquoted(String name) {
    boolean quoted = name.length() >= 2 && name.startsWith("\"") && name.endsWith("\"");
    return quoted ? name.substring(1, name.length() - 1).replaceAll("\\\\(.)", "$1") : name;
  }

  private static String ascii(String domain, String text) {
    try {
      return IDN.toASCII(domain).toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException _) {
      throw wrong(text);
    }
  }

  private static IllegalArgumentException wrong(String text) {
    String shown = text.length() > 100 ? text.substring(0, 100) + "…" : text;
    return new IllegalArgumentException(
        "Expected an address such as ann@example.com or Ann <ann@example.com>, but got \""
            + shown.replaceAll("\\p{Cntrl}", " ")
            + "\".");
  }

  /// The address without the name.
  public String bare() {
    return local + "@" + domain;
  }
}
