package dev.beckon.server.demo;

import dev.beckon.registry.bundle.BundleFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/// The segments, campaigns and messages of the demo that are no recipes, as files like those that
/// `apply` takes.
final class DemoDefinitions {
  private static final List<String> SEGMENTS =
      List.of(
          "active-this-week",
          "keen-trial-users",
          "new-without-a-report",
          "paying-customers",
          "quiet-customers");
  private static final List<String> CAMPAIGNS = List.of("ask-quiet-customers", "invite-to-upgrade");
  private static final List<String> MESSAGES =
      List.of("quiet-what-is-missing", "upgrade-compare", "upgrade-last-word", "upgrade-offer");

  private DemoDefinitions() {}

  static List<BundleFile> files() {
    return Stream.of(
            SEGMENTS.stream().map(name -> "segments/" + name + ".yaml"),
            CAMPAIGNS.stream().map(name -> "campaigns/" + name + ".yaml"),
            MESSAGES.stream().map(name -> "messages/" + name + ".yaml"),
            MESSAGES.stream().map(name -> "messages/" + name + ".html"))
        .flatMap(paths -> paths)
        .map(path -> new BundleFile(path, text(path)))
        .toList();
  }

  private static String text(String path) {
    try (InputStream in =
        DemoDefinitions.class.getResourceAsStream("/dev/beckon/server/demo/" + path)) {
      if (in == null) {
        throw new IllegalStateException("Expected the demo file " + path + ", but it is missing.");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
