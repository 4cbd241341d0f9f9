package dev.beckon.delivery.sandbox;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A message of the sandbox, taken apart for showing.
///
/// @param headers in the order of the message, decoded
/// @param html as sent, with pixel and tracked links
/// @param links of the HTML in their order, each address once
public record SandboxMessage(
    SandboxRow row,
    List<Header> headers,
    @Nullable String html,
    @Nullable String text,
    int sizeBytes,
    List<Link> links,
    @Nullable String unsubscribeUrl) {
  public SandboxMessage {
    headers = List.copyOf(headers);
    links = List.copyOf(links);
  }

  public record Header(String name, String value) {}

  /// @param url as the author wrote it
  /// @param trackedUrl as it stands in the message; the same where it is not tracked
  public record Link(String url, String trackedUrl) {}
}
