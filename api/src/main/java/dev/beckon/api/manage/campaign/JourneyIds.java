package dev.beckon.api.manage.campaign;

import dev.beckon.core.identity.PersonKey;
import java.util.Optional;

/// Journeys by name: the person's `cio_id`, a hyphen, and the person's own number for it.
public final class JourneyIds {
  private static final int CIO_CHARS = 16;

  private JourneyIds() {}

  /// Which journey of whom.
  record JourneyId(PersonKey person, long number) {}

  public static String of(PersonKey person, long number) {
    return person.cioIdText() + "-" + number;
  }

  static Optional<JourneyId> parse(int workspace, String text) {
    if (text.length() < CIO_CHARS + 2 || text.charAt(CIO_CHARS) != '-') {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new JourneyId(
              PersonKey.parse(workspace, text.substring(0, CIO_CHARS)),
              Long.parseLong(text.substring(CIO_CHARS + 1))));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
