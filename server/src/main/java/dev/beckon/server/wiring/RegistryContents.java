package dev.beckon.server.wiring;

import dev.beckon.delivery.render.Content;
import dev.beckon.delivery.render.Contents;
import dev.beckon.registry.message.MessageContents;
import org.jspecify.annotations.Nullable;

/// The contents of messages as the registry keeps them.
public final class RegistryContents implements Contents {
  private final MessageContents contents;

  public RegistryContents(MessageContents contents) {
    this.contents = contents;
  }

  @Override
  public @Nullable Content find(int workspace, String hash) {
    return contents.find(hash).map(RegistryContents::content).orElse(null);
  }

  private static Content content(dev.beckon.registry.message.Content kept) {
    return new Content(
        kept.subject(),
        kept.preheader(),
        kept.html(),
        kept.text(),
        kept.from(),
        kept.replyTo(),
        kept.layout());
  }
}
