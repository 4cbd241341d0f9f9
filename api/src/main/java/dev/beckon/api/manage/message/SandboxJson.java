package dev.beckon.api.manage.message;

import dev.beckon.api.json.Inline;
import dev.beckon.api.manage.RefJson;
import dev.beckon.api.manage.people.PersonRefJson;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A message in the sandbox inbox.
///
/// @param html as sent, with pixel and tracked links
public record SandboxJson(
    @Inline SandboxRowJson row,
    List<MailHeaderJson> headers,
    @Nullable String html,
    @Nullable String text,
    int sizeBytes,
    List<MailLinkJson> links,
    @Nullable String unsubscribeUrl) {

  /// A message of the inbox as a line of a table.
  ///
  /// @param id of the delivery; `test-…` for a message that tried the sender out
  public record SandboxRowJson(
      String id,
      Instant at,
      String to,
      String from,
      String subject,
      @Nullable String preheader,
      @Nullable PersonRefJson person,
      @Nullable RefJson campaign,
      @Nullable String journeyId,
      @Nullable Instant openedAt,
      @Nullable Instant clickedAt) {}

  public record MailHeaderJson(String name, String value) {}

  /// @param trackedUrl as it stands in the message
  public record MailLinkJson(String url, String trackedUrl, int clicks) {}
}
