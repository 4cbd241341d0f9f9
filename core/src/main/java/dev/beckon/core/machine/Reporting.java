package dev.beckon.core.machine;

import dev.beckon.core.delivery.DeliveryId;
import dev.beckon.core.delivery.DeliveryMark;
import dev.beckon.core.delivery.Metric;
import dev.beckon.core.identity.PersonKey;
import dev.beckon.core.person.Attribute;
import dev.beckon.core.person.Change;
import dev.beckon.core.value.Value;
import org.jspecify.annotations.Nullable;

/// Takes in what became of a message; each outcome counts once per message.
final class Reporting {
  private final Deciding deciding;

  Reporting(Deciding deciding) {
    this.deciding = deciding;
  }

  void take(Input.Report told) {
    Input.Report report = own(told);
    if (!deciding.person().exists() || report == null) {
      return;
    }
    if (report.metric() == Metric.CLICKED) {
      openedByClick(report);
    }
    note(report);
    switch (report.metric()) {
      case UNSUBSCRIBED -> set("unsubscribed", Value.of(true));
      case BOUNCED, SPAMMED -> suppress(report);
      case CREATED,
          ATTEMPTED,
          SENT,
          DELIVERED,
          OPENED,
          CLICKED,
          CONVERTED,
          DEFERRED,
          SUPPRESSED,
          FAILED,
          UNDELIVERABLE -> {}
    }
  }

  /// What became of a message to somebody who is part of this person by now.
  private Input.@Nullable Report own(Input.Report told) {
    DeliveryId delivery = told.delivery();
    PersonKey own = deciding.person().key();
    if (delivery.person().equals(own)) {
      return told;
    }
    Long offset = deciding.person().course().absorbed().get(delivery.person().cioId());
    return offset == null
        ? null
        : new Input.Report(
            told.at(),
            new DeliveryId(own, delivery.number() + offset),
            told.metric(),
            told.detail());
  }

  /// Who clicks has opened, also where the image was not loaded (spec: journeys.md, 4.16).
  private void openedByClick(Input.Report report) {
    DeliveryMark mark = mark(report);
    boolean machine = report.detail().get("machine") instanceof Value.Truth(boolean truth) && truth;
    if (mark != null && !mark.has(Metric.OPENED) && !machine) {
      note(
          new Input.Report(
              report.at(),
              report.delivery(),
              Metric.OPENED,
              Value.Fields.EMPTY.with("synthetic", Value.of(true))));
    }
  }

  private void note(Input.Report report) {
    Metric metric = report.metric();
    deciding.fact(new Fact.Outcome(report.delivery(), deciding.now(), metric, report.detail()));
    deciding.activity(metric.word() + "_email", "", report.detail(), report.delivery());
    DeliveryMark mark = mark(report);
    if (mark == null || mark.has(metric)) {
      return;
    }
    deciding.change(
        new Change.DeliveryNoted(report.delivery().number(), mark.plus(metric, deciding.now())));
    deciding.fact(
        new Fact.Counted(
            Fact.Subject.CAMPAIGN,
            mark.campaign(),
            mark.step(),
            metric.word(),
            mark.createdAt(),
            1));
  }

  private @Nullable DeliveryMark mark(Input.Report report) {
    return deciding.person().course().deliveries().get(report.delivery().number());
  }

  private void suppress(Input.Report report) {
    String address = deciding.person().profile().identifiers().emailValue();
    Value recipient = report.detail().get("recipient");
    String bounced = recipient == null ? address : recipient.asText();
    if (bounced != null) {
      set(Sending.SUPPRESSED_ADDRESS, Value.of(bounced));
    }
  }

  private void set(String name, Value value) {
    Value before = deciding.person().profile().attribute(name);
    if (!value.equals(before)) {
      deciding.change(new Change.AttributeSet(name, new Attribute(value, deciding.now())));
      deciding.touchAttribute(name);
      deciding.activity(
          "attribute_change",
          name,
          deciding.now(),
          Value.Fields.EMPTY.with(
              name,
              Value.Fields.EMPTY
                  .with("from", before == null ? Value.nothing() : before)
                  .with("to", value)));
    }
  }
}
