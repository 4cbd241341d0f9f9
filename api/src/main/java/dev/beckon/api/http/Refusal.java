package dev.beckon.api.http;

import java.util.List;

/// The decision not to do what a request asks; each protocol words it in its own shape.
///
/// It carries no stack trace: a refusal is an answer, not a fault of the program.
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /// Why, for programs; protocols choose the status and the words.
  public enum Kind {
    VALIDATION(400, "The request is not valid."),
    UNAUTHENTICATED(401, "The credentials are missing or wrong."),
    CSRF(403, "The CSRF token is missing or wrong."),
    FORBIDDEN(403, "Your role does not allow this."),
    NOT_FOUND(404, "There is nothing here."),
    METHOD_NOT_ALLOWED(405, "This method is not possible here."),
    CONFLICT(409, "The present state does not allow this."),
    IN_USE(409, "It is in use."),
    TOO_LARGE(413, "The request is too large."),
    RATE_LIMITED(429, "Too many requests."),
    OVERLOADED(503, "The server is too busy just now."),
    UNAVAILABLE(503, "The server cannot do this at the moment."),
    INTERNAL(500, "Something went wrong on the server.");

    private final int status;
    private final String title;

    Kind(int status, String title) {
      this.status = status;
      this.title = title;
    }

    public int status() {
      return status;
    }

    public String title() {
      return title;
    }

    /// The status for SDKs, which obey `Retry-After` on 429: that is what they get when we are too
    /// busy.
    public int statusForSdks() {
      return this == OVERLOADED ? 429 : status;
    }
  }

  private final Kind kind;
  private final String title;
  private final String detail;
  private final transient List<Flaw> flaws;
  private final int retryAfterSeconds;
  private final String allow;

  private Refusal(Kind kind, String detail, List<Flaw> flaws, int retryAfterSeconds, String allow) {
    this(kind, kind.title(), detail, flaws, retryAfterSeconds, allow);
  }

  private Refusal(
      Kind kind,
      String title,
      String detail,
      List<Flaw> flaws,
      int retryAfterSeconds,
      String allow) {
    super(detail, null, false, false);
    this.kind = kind;
    this.title = title;
    this.detail = detail;
    this.flaws = List.copyOf(flaws);
    this.retryAfterSeconds = retryAfterSeconds;
    this.allow = allow;
  }

  public static Refusal of(Kind kind, String detail) {
    return new Refusal(kind, detail, List.of(), 0, "");
  }

  public static Refusal of(Kind kind, String detail, List<Flaw> flaws) {
    return new Refusal(kind, detail, flaws, 0, "");
  }

  /// The same refusal under a title of its own.
  public Refusal titled(String words) {
    return new Refusal(kind, words, detail, flaws, retryAfterSeconds, allow);
  }

  public static Refusal invalid(String detail) {
    return of(Kind.VALIDATION, detail);
  }

  public static Refusal invalid(String pointer, String detail) {
    return of(Kind.VALIDATION, detail, List.of(new Flaw(pointer, detail)));
  }

  /// Everything that is wrong with a body at once.
  public static Refusal invalid(List<Flaw> flaws) {
    return of(Kind.VALIDATION, flaws.getFirst().detail(), flaws);
  }

  public static Refusal notFound(String detail) {
    return of(Kind.NOT_FOUND, detail);
  }

  public static Refusal methodNotAllowed(String method, String allow) {
    return new Refusal(
        Kind.METHOD_NOT_ALLOWED,
        "Expected one of " + allow + " here, but got " + method + ".",
        List.of(),
        0,
        allow);
  }

  public static Refusal later(Kind kind, String detail, int retryAfterSeconds) {
    return new Refusal(kind, detail, List.of(), retryAfterSeconds, "");
  }

  public Kind kind() {
    return kind;
  }

  /// One short sentence for people.
  public String title() {
    return title;
  }

  /// What to do next.
  public String detail() {
    return detail;
  }

  public List<Flaw> flaws() {
    return flaws;
  }

  /// 0 when there is nothing to say about it.
  public int retryAfterSeconds() {
    return retryAfterSeconds;
  }

  /// The methods that are possible, where the method was the trouble.
  public String allow() {
    return allow;
  }

  /// The response in a protocol's words, with the headers that every protocol gives.
  public Response on(Response worded) {
    Response response =
        retryAfterSeconds > 0
            ? worded.with("retry-after", Integer.toString(retryAfterSeconds))
            : worded;
    return allow.isEmpty() ? response : response.with("allow", allow);
  }
}
