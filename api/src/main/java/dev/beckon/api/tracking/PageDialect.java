package dev.beckon.api.tracking;

import dev.beckon.api.http.Dialect;
import dev.beckon.api.http.Refusal;
import dev.beckon.api.http.Response;

/// How a refusal is worded to somebody who followed a link in a message.
final class PageDialect implements Dialect {
  private static final Page BROKEN =
      Page.of(
          "This link does not work",
          "It may have been cut off on its way. Open the message again and follow the link there,"
              + " or copy the whole address.");

  private static final Page GONE =
      Page.of("This message is no longer kept", "You still have it in your mailbox.");

  private static final Page BUSY =
      Page.of("That did not work just now", "Please try again in a minute.");

  @Override
  public Response refuse(Refusal refusal) {
    int status = refusal.kind().status();
    Response response =
        switch (refusal.kind()) {
          case NOT_FOUND -> GONE.answer(status);
          case RATE_LIMITED, OVERLOADED, UNAVAILABLE, INTERNAL -> BUSY.answer(status);
          case VALIDATION,
              UNAUTHENTICATED,
              CSRF,
              FORBIDDEN,
              METHOD_NOT_ALLOWED,
              CONFLICT,
              IN_USE,
              TOO_LARGE ->
              BROKEN.answer(status);
        };
    return refusal.on(response);
  }
}
