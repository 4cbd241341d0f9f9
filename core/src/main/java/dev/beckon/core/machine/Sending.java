package dev.beckon.core.machine;

import dev.beckon.core.campaign.Campaign;
import dev.beckon.core.campaign.Step;
import dev.beckon.core.catalog.Limits;
import dev.beckon.core.delivery.DeliveryId;
import dev.beckon.core.delivery.DeliveryMark;
import dev.beckon.core.delivery.Metric;
import dev.beckon.core.journey.Journey;
import dev.beckon.core.person.Change;
import dev.beckon.core.person.Person;
import dev.beckon.core.value.LongMap;
import dev.beckon.core.value.Value;
import org.jspecify.annotations.Nullable;

/// Decides whether a message goes out, in the order of architecture.md 4.3: consent, address,
/// suppression.
final class Sending {
  /// The address to which mail bounced for good or from which a complaint came.
  static final String SUPPRESSED_ADDRESS = "_suppressed_email";

  private final Deciding deciding;

  Sending(Deciding deciding) {
    this.deciding = deciding;
  }

  /// @return empty when it goes out, otherwise why not
  String send(Campaign campaign, Journey journey, Step.Send step) {
    String recipient = deciding.person().profile().identifiers().emailValue();
    String withheld = withheld(recipient);
    if (recipient == null || !withheld.isEmpty()) {
      withhold(campaign, journey, step, withheld);
      return withheld;
    }
    deliver(campaign, journey, step, recipient);
    return "";
  }

  private String withheld(@Nullable String recipient) {
    Person person = deciding.person();
    if (isTrue(person.profile().attribute("unsubscribed"))) {
      return "unsubscribed";
    }
    if (recipient == null) {
      return "no e-mail address";
    }
    Value suppressed = person.profile().attribute(SUPPRESSED_ADDRESS);
    return suppressed != null && suppressed.asText().equalsIgnoreCase(recipient)
        ? "address suppressed"
        : "";
  }

  /// Any casing of "true", 1 and "1" are true, everything else is not (spec: data-in.md, 1.3).
  private static boolean isTrue(@Nullable Value value) {
    return value != null && (value.asText().equalsIgnoreCase("true") || value.asText().equals("1"));
  }

  private void withhold(Campaign campaign, Journey journey, Step.Send step, String reason) {
    deciding.activity(
        "undeliverable_email",
        step.message(),
        deciding.now(),
        Value.Fields.EMPTY
            .with("reason", Value.of(reason))
            .with("campaign_id", Value.of(campaign.id()))
            .with("journey", Value.of(journey.number())));
    count(campaign.id(), step.id(), Metric.UNDELIVERABLE, journey.startedAt());
  }

  private void deliver(Campaign campaign, Journey journey, Step.Send step, String recipient) {
    long number = deciding.number();
    DeliveryId id = new DeliveryId(deciding.person().key(), number);
    forgetOldest();
    deciding.change(
        new Change.DeliveryNoted(
            number,
            new DeliveryMark(
                campaign.id(),
                step.id(),
                journey.number(),
                deciding.now(),
                1 << Metric.CREATED.code(),
                DeliveryMark.Anchors.NONE)));
    Effect.Deliver deliver =
        new Effect.Deliver(
            id,
            deciding.now(),
            step.channel(),
            campaign.id(),
            step.id(),
            journey.number(),
            step.content(),
            new Effect.Rendering(
                recipient, RenderContext.of(deciding.person(), campaign, journey, step)));
    deciding.effect(deliver);
    deciding.fact(new Fact.Decided(deliver));
    count(campaign.id(), step.id(), Metric.CREATED, deciding.now());
  }

  private void forgetOldest() {
    LongMap<DeliveryMark> remembered = deciding.person().course().deliveries();
    if (remembered.size() >= Limits.DELIVERIES_REMEMBERED_MAX) {
      deciding.change(new Change.DeliveryForgotten(remembered.keyAt(0)));
    }
  }

  private void count(int campaign, String step, Metric metric, long bookedAt) {
    deciding.fact(
        new Fact.Counted(Fact.Subject.CAMPAIGN, campaign, step, metric.word(), bookedAt, 1));
  }
}
