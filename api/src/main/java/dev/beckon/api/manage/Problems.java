package dev.beckon.api.manage;

import dev.beckon.api.http.Dialect;
import dev.beckon.api.http.Flaw;
import dev.beckon.api.http.Refusal;
import dev.beckon.api.http.Response;
import dev.beckon.api.json.RecordWriter;
import dev.beckon.registry.Rejection;
import java.util.List;
import java.util.Locale;

/// How the management API words a refusal: problem JSON with pointers (RFC 9457).
public final class Problems implements Dialect {

  /// The body of every answer from 400 on.
  ///
  /// @param type a word for programs
  /// @param title one sentence for people
  /// @param detail what to do next
  public record ProblemJson(
      String type, String title, int status, String detail, List<PointerJson> errors) {}

  /// One thing that is wrong.
  ///
  /// @param pointer JSON pointer into the request, or a file and line
  public record PointerJson(String pointer, String detail) {}

  @Override
  public Response refuse(Refusal refusal) {
    int status = refusal.kind().status();
    ProblemJson problem =
        new ProblemJson(
            refusal.kind().name().toLowerCase(Locale.ROOT),
            refusal.title(),
            status,
            refusal.detail(),
            refusal.flaws().stream()
                .map(flaw -> new PointerJson(flaw.pointer(), flaw.detail()))
                .toList());
    Response response =
        Response.bytes(status, "application/problem+json", RecordWriter.bytes(problem))
            .with("cache-control", "no-store");
    return refusal.on(response);
  }

  /// What the registry rejects, in the words of HTTP.
  static Refusal refusal(Rejection rejection) {
    List<Flaw> flaws =
        rejection.faults().stream().map(f -> new Flaw(f.pointer(), f.detail())).toList();
    if (rejection.kind() == Rejection.Kind.RATE_LIMITED) {
      int seconds = (int) Math.min(rejection.retryAfterSeconds(), Integer.MAX_VALUE);
      return Refusal.later(Refusal.Kind.RATE_LIMITED, rejection.detail(), seconds)
          .titled(rejection.title());
    }
    return Refusal.of(kind(rejection.kind()), rejection.detail(), flaws).titled(rejection.title());
  }

  private static Refusal.Kind kind(Rejection.Kind kind) {
    return switch (kind) {
      case VALIDATION -> Refusal.Kind.VALIDATION;
      case UNAUTHENTICATED -> Refusal.Kind.UNAUTHENTICATED;
      case FORBIDDEN -> Refusal.Kind.FORBIDDEN;
      case NOT_FOUND -> Refusal.Kind.NOT_FOUND;
      case CONFLICT -> Refusal.Kind.CONFLICT;
      case IN_USE -> Refusal.Kind.IN_USE;
      case TOO_LARGE -> Refusal.Kind.TOO_LARGE;
      case RATE_LIMITED -> Refusal.Kind.RATE_LIMITED;
    };
  }
}
