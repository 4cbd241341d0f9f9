package dev.beckon.api.manage.message;

import dev.beckon.api.json.Inline;
import dev.beckon.api.manage.RefJson;
import dev.beckon.api.manage.people.PersonRefJson;
import dev.beckon.core.delivery.Channel;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One message to one person.
///
/// @param at when it was decided on
/// @param state the furthest it has come
/// @param reason why it failed, bounced or was held
/// @param sandbox whether it stayed in the sandbox
public record DeliveryJson(
    String id,
    Instant at,
    Channel channel,
    PersonRefJson person,
    String to,
    String subject,
    @Nullable RefJson campaign,
    @Nullable String stepId,
    @Nullable String journeyId,
    DeliveryState state,
    @Nullable String reason,
    boolean sandbox,
    @Nullable Instant sentAt,
    @Nullable Instant deliveredAt,
    @Nullable Instant openedAt,
    @Nullable Instant clickedAt,
    @Nullable Instant convertedAt) {

  public record DeliveriesJson(List<DeliveryJson> items, @Nullable String next) {}

  /// A message as it was sent, and what became of it.
  ///
  /// @param headers empty, and html and text null, when it is no longer kept
  public record DeliveryDetailJson(
      @Inline DeliveryJson delivery,
      List<SandboxJson.MailHeaderJson> headers,
      @Nullable String html,
      @Nullable String text,
      List<DeliveryMomentJson> timeline) {}

  public record DeliveryMomentJson(Instant at, DeliveryState kind, @Nullable String detail) {}
}
