package dev.beckon.core.canary;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

/// Each class in here is guilty of something that would make two runs over the same inputs differ.
@SuppressWarnings({
  "JavaTimeDefaultTimeZone",
  "JavaUtilDate",
  "StringCaseLocaleUsage",
  "AnnotateFormatMethod",
  "UnusedMethod"
})
public final class Differs {

  private Differs() {}

  static final class ReadsTheInstant {
    Instant guilty() {
      return Instant.now();
    }
  }

  static final class RefersToTheInstant {
    Supplier<Instant> guilty() {
      return Instant::now;
    }
  }

  static final class ReadsTheDate {
    LocalDate guilty() {
      return LocalDate.now();
    }
  }

  static final class ReadsTheDateInAZone {
    ZonedDateTime guilty(ZoneId zone) {
      return ZonedDateTime.now(zone);
    }
  }

  static final class AsksAClock {
    Instant guilty(Clock clock) {
      return clock.instant();
    }
  }

  static final class MakesADate {
    Date guilty() {
      return new Date();
    }
  }

  static final class ReadsMilliseconds {
    long guilty() {
      return System.currentTimeMillis();
    }
  }

  static final class ReadsNanoseconds {
    long guilty() {
      return System.nanoTime();
    }
  }

  static final class ReadsTheEnvironment {
    String guilty() {
      return String.valueOf(System.getenv("HOME"));
    }
  }

  static final class TakesTheDefaultZone {
    ZoneId guilty() {
      return ZoneId.systemDefault();
    }
  }

  static final class TakesTheDefaultLocale {
    Locale guilty() {
      return Locale.getDefault();
    }
  }

  static final class InventsAnId {
    UUID guilty() {
      return UUID.randomUUID();
    }
  }

  static final class ThrowsADie {
    double guilty() {
      return Math.random();
    }
  }

  static final class ThrowsTheDieOfItsThread {
    int guilty() {
      return ThreadLocalRandom.current().nextInt(6);
    }
  }

  static final class BringsItsOwnDie {
    Random guilty() {
      return new Random();
    }
  }

  static final class LowersInTheDefaultLocale {
    String guilty(String text) {
      return text.toLowerCase();
    }
  }

  static final class RaisesInTheDefaultLocale {
    Supplier<String> guilty(String text) {
      return text::toUpperCase;
    }
  }

  static final class FormatsInTheDefaultLocale {
    String guilty(int number) {
      return String.format("%d", number);
    }
  }

  static final class FormatsItselfInTheDefaultLocale {
    String guilty(int number) {
      return "%d".formatted(number);
    }
  }

  static final class WritesDatesInTheDefaultLocale {
    DateTimeFormatter guilty() {
      return DateTimeFormatter.ofPattern("EEEE");
    }
  }
}
