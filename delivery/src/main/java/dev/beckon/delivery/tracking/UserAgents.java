package dev.beckon.delivery.tracking;

import dev.beckon.delivery.tracking.TrackingHit.Agent;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Tells people's clients from proxies, prefetchers and scanners by what they say of themselves.
final class UserAgents {
  /// Apple's mail privacy protection sends just this, whether or not anybody reads the message.
  private static final String APPLE_PREFETCH = "mozilla/5.0";

  private static final List<String> PROXIES =
      List.of("googleimageproxy", "ggpht.com", "yahoomailproxy", "outlookproxy", "mailproxy");

  private static final List<String> MACHINES =
      List.of(
          "bot",
          "crawler",
          "spider",
          "scanner",
          "headless",
          "phantomjs",
          "barracuda",
          "mimecast",
          "proofpoint",
          "messagelabs",
          "symantec",
          "forcepoint",
          "fireeye",
          "trendmicro",
          "cloudmark",
          "zscaler",
          "safelinks",
          "bingpreview",
          "linkpreview",
          "facebookexternalhit",
          "curl/",
          "wget/",
          "python-",
          "java/",
          "java-http-client",
          "okhttp",
          "apache-httpclient",
          "go-http-client",
          "libwww",
          "node-fetch");

  private UserAgents() {}

  static Agent of(Visitor visitor) {
    if (says(visitor.purpose(), "prefetch") || says(visitor.purpose(), "preview")) {
      return Agent.PREFETCH;
    }
    String userAgent = visitor.userAgent();
    if (userAgent == null || userAgent.isBlank()) {
      return Agent.MACHINE;
    }
    String name = userAgent.strip().toLowerCase(Locale.ROOT);
    if (name.equals(APPLE_PREFETCH)) {
      return Agent.PREFETCH;
    }
    if (PROXIES.stream().anyMatch(name::contains)) {
      return Agent.PROXY;
    }
    return MACHINES.stream().anyMatch(name::contains) ? Agent.MACHINE : Agent.HUMAN;
  }

  private static boolean says(@Nullable String purpose, String word) {
    return purpose != null && purpose.toLowerCase(Locale.ROOT).contains(word);
  }
}
