package dev.beckon.registry;

import java.util.List;

/// A refusal that is the caller's to put right: what is wrong, where, and what to do next.
public final class Rejection extends RuntimeException {
  private static final long serialVersionUID = 1;

  public enum Kind {
    VALIDATION,
    UNAUTHENTICATED,
    FORBIDDEN,
    NOT_FOUND,
    CONFLICT,
    IN_USE,
    TOO_LARGE,
    RATE_LIMITED
  }

  /// One thing that is wrong.
  ///
  /// @param pointer JSON pointer into what was handed in (`/steps/0/delay`), or `file:line:column`
  public record Fault(String pointer, String detail) {}

  private final Kind kind;
  private final String title;
  private final String detail;
  private final transient List<Fault> faults;
  private final long retryAfterSeconds;

  private Rejection(
      Kind kind, String title, String detail, List<Fault> faults, long retryAfterSeconds) {
    super(message(title, detail, faults));
    this.kind = kind;
    this.title = title;
    this.detail = detail;
    this.faults = List.copyOf(faults);
    this.retryAfterSeconds = retryAfterSeconds;
  }

  /// @param title one short sentence
  /// @param detail what to do next
  public static Rejection of(Kind kind, String title, String detail) {
    return new Rejection(kind, title, detail, List.of(), 0);
  }

  public static Rejection invalid(String pointer, String detail) {
    return invalid(List.of(new Fault(pointer, detail)));
  }

  public static Rejection invalid(List<Fault> faults) {
    return new Rejection(
        Kind.VALIDATION,
        faults.size() == 1 ? "Something is not right." : faults.size() + " things are not right.",
        faults.isEmpty() ? "" : faults.getFirst().detail(),
        faults,
        0);
  }

  public static Rejection notFound(String what) {
    return of(Kind.NOT_FOUND, what + " does not exist.", "It may have been deleted.");
  }

  public static Rejection conflict(String title, String detail) {
    return of(Kind.CONFLICT, title, detail);
  }

  public static Rejection rateLimited(String title, long retryAfterSeconds) {
    return new Rejection(
        Kind.RATE_LIMITED,
        title,
        "Try again in " + retryAfterSeconds + " seconds.",
        List.of(),
        retryAfterSeconds);
  }

  /// The same refusal with a prefix before every pointer.
  public Rejection under(String prefix) {
    return new Rejection(
        kind,
        title,
        detail,
        faults.stream().map(f -> new Fault(prefix + f.pointer(), f.detail())).toList(),
        retryAfterSeconds);
  }

  /// The same refusal, pointing at these places.
  public Rejection at(List<Fault> places) {
    return new Rejection(kind, title, detail, places, retryAfterSeconds);
  }

  public Kind kind() {
    return kind;
  }

  public String title() {
    return title;
  }

  public String detail() {
    return detail;
  }

  public List<Fault> faults() {
    return faults;
  }

  /// When to try again, in seconds; 0 where that is not the question.
  public long retryAfterSeconds() {
    return retryAfterSeconds;
  }

  private static String message(String title, String detail, List<Fault> faults) {
    StringBuilder out = new StringBuilder(title).append(' ').append(detail);
    for (Fault fault : faults) {
      out.append('\n').append(fault.pointer()).append(": ").append(fault.detail());
    }
    return out.toString();
  }
}
