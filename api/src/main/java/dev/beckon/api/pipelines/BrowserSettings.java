package dev.beckon.api.pipelines;

import dev.beckon.core.value.Value;
import java.net.URI;
import java.util.List;

/// What browser libraries ask for before they send anything: where to send it, and how.
///
/// Each library looks for its own name; without it, it would never start.
final class BrowserSettings {
  private static final List<String> LIBRARIES = List.of("Customer.io Data Pipelines", "Segment.io");

  private BrowserSettings() {}

  static Value.Fields of(String writeKey, URI baseUrl) {
    Value.Fields library =
        Value.Fields.EMPTY
            .with("apiKey", Value.of(writeKey))
            .with("apiHost", Value.of(baseUrl.getRawAuthority() + "/v1"))
            .with("protocol", Value.of(baseUrl.getScheme()))
            .with("addBundledMetadata", Value.of(true))
            .with("retryQueue", Value.of(true))
            .with("unbundledIntegrations", new Value.Items(List.of()));
    Value.Fields integrations = Value.Fields.EMPTY;
    for (String name : LIBRARIES) {
      integrations = integrations.with(name, library);
    }
    Value.Fields allowed = Value.Fields.EMPTY.with("enabled", Value.of(true));
    Value.Fields everything = Value.Fields.EMPTY.with("__default", allowed);
    return Value.Fields.EMPTY
        .with("integrations", integrations)
        .with(
            "plan",
            Value.Fields.EMPTY
                .with("track", everything)
                .with("identify", everything)
                .with("group", everything))
        .with("remotePlugins", new Value.Items(List.of()))
        .with(
            "middlewareSettings",
            Value.Fields.EMPTY.with("routingRules", new Value.Items(List.of())))
        .with("enabledMiddleware", Value.Fields.EMPTY)
        .with("metrics", Value.Fields.EMPTY.with("sampleRate", Value.of(0)));
  }
}
