package dev.beckon.core.delivery;

/// What the person remembers of a message, for counting each outcome once and for crediting goals.
///
/// @param campaign id of the campaign that sent it
/// @param step id of the send step
/// @param journey number of the journey
/// @param createdAt when it was decided (epoch ms); results are booked to this time
/// @param outcomes bit set by [Metric#code()]
/// @param anchors when it was sent, first opened, first clicked
public record DeliveryMark(
    int campaign, String step, long journey, long createdAt, int outcomes, Anchors anchors) {

  /// The instants from which a goal's window may run (epoch ms, 0 where it has not happened).
  public record Anchors(long sentAt, long openedAt, long clickedAt) {
    public static final Anchors NONE = new Anchors(0, 0, 0);

    Anchors plus(Metric metric, long at) {
      return switch (metric) {
        case SENT -> sentAt == 0 ? new Anchors(at, openedAt, clickedAt) : this;
        case OPENED -> openedAt == 0 ? new Anchors(sentAt, at, clickedAt) : this;
        case CLICKED -> clickedAt == 0 ? new Anchors(sentAt, openedAt, at) : this;
        case CREATED,
            ATTEMPTED,
            DELIVERED,
            CONVERTED,
            DEFERRED,
            BOUNCED,
            SUPPRESSED,
            FAILED,
            UNDELIVERABLE,
            SPAMMED,
            UNSUBSCRIBED ->
            this;
      };
    }
  }

  public boolean has(Metric metric) {
    return (outcomes & (1 << metric.code())) != 0;
  }

  public DeliveryMark plus(Metric metric, long at) {
    return new DeliveryMark(
        campaign,
        step,
        journey,
        createdAt,
        outcomes | (1 << metric.code()),
        anchors.plus(metric, at));
  }
}
