package dev.beckon.api.intake;

import dev.beckon.api.http.Refusal;
import dev.beckon.core.identity.Identifier;
import dev.beckon.core.identity.Whom;
import dev.beckon.core.machine.Input;
import dev.beckon.core.person.Device;
import dev.beckon.engine.message.Message;
import java.util.Optional;

/// What the engine is told of calls about who is who, whichever protocol they came by.
///
/// @param now when the call was received (epoch ms)
public record IdentityCalls(int workspace, long now) {

  public Optional<Message> suppress(Addressee whom) {
    return whom.message(workspace, by -> new Input.Suppress(now, by));
  }

  /// Somebody suppressed has no `cio_id` any more: nothing is told then.
  public Optional<Message> unsuppress(Addressee whom) {
    return whom instanceof Addressee.ByIdentifier(Identifier by)
        ? Optional.of(new Message.ToIdentifier(workspace, by, new Input.Unsuppress(now, by)))
        : Optional.empty();
  }

  public Optional<Message> seen(Addressee whom, Device device) {
    return whom.message(workspace, by -> new Input.DeviceSeen(now, by, device));
  }

  /// @throws Refusal if the token cannot be one
  public Optional<Message> lost(Addressee whom, String token) {
    DeviceBody.within(token);
    return whom.message(workspace, by -> new Input.DeviceLost(now, by, token));
  }

  /// @throws Refusal if the secondary person cannot be anybody
  public Optional<Message> merge(Addressee primary, Addressee secondary) {
    Whom other =
        switch (secondary) {
          case Addressee.ByIdentifier(var identifier) -> new Whom.ByIdentifier(identifier);
          case Addressee.ByKey(var key) -> new Whom.ByKey(key);
          case Addressee.Nobody _ ->
              throw Refusal.invalid("Expected secondary.cio_id to be 16 hex digits.");
        };
    return primary.message(workspace, by -> new Input.Merge(now, by, other));
  }
}
