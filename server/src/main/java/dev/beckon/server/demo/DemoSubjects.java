package dev.beckon.server.demo;

import dev.beckon.core.machine.Effect;
import dev.beckon.delivery.render.RenderException;
import dev.beckon.delivery.render.Renderer;
import dev.beckon.delivery.tracking.TrackingLinks;
import dev.beckon.registry.Registry;
import dev.beckon.server.wiring.RegistryContents;
import dev.beckon.server.wiring.RegistrySecrets;
import java.util.function.Function;

/// The subject lines of messages that nobody really sends.
final class DemoSubjects implements Function<Effect.Deliver, String> {
  private static final String NOWHERE = "http://localhost";

  private final Renderer renderer;

  DemoSubjects(Registry registry) {
    renderer =
        new Renderer(
            new RegistryContents(registry.contents()),
            new TrackingLinks(NOWHERE, new RegistrySecrets(registry)));
  }

  @Override
  public String apply(Effect.Deliver deliver) {
    try {
      return renderer
          .render(
              deliver,
              new Renderer.Parties(DemoWorkspace.FROM, null, deliver.rendering().recipient()))
          .subject();
    } catch (RenderException broken) {
      throw new IllegalStateException("Expected a message that can be rendered.", broken);
    }
  }
}
