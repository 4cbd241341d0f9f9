package dev.beckon.server.wiring;

import dev.beckon.delivery.tracking.TrackingSecrets;
import dev.beckon.registry.Registry;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The key of each workspace under which its tokens and links are signed; the same on every start.
public final class RegistrySecrets implements TrackingSecrets {
  private final Registry registry;
  private final Map<Integer, byte[]> secrets = new ConcurrentHashMap<>();

  public RegistrySecrets(Registry registry) {
    this.registry = registry;
  }

  @Override
  public byte[] secretOf(int workspace) {
    return secrets.computeIfAbsent(
        workspace, id -> registry.secretFor("tracking links of workspace " + id));
  }
}
