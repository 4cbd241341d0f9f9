package dev.beckon.api.intake;

import dev.beckon.api.http.Meters;
import dev.beckon.api.http.Refusal;
import dev.beckon.core.machine.Input;
import dev.beckon.engine.host.Intake;
import dev.beckon.engine.host.Overloaded;
import dev.beckon.engine.host.Receipt;
import dev.beckon.engine.host.Unavailable;
import dev.beckon.engine.message.Message;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Hands messages to the engine and waits until they are durable: only then a caller is answered.
public final class Desk {
  private static final int TRY_AGAIN_SECONDS = 2;

  private final Intake intake;
  private final Duration patience;
  private final Counter acknowledged;
  private final Counter overloads;
  private final Counter unsure;
  private final Timer latency;

  public Desk(Intake intake, Duration patience, Meters meters) {
    this.intake = intake;
    this.patience = patience;
    this.acknowledged =
        meters.counter("beckon.intake.acknowledged", "Messages that became durable");
    this.overloads =
        meters.counter("beckon.intake.overloads", "Messages refused because too many wait");
    this.unsure =
        meters.counter("beckon.intake.unsure", "Messages whose end the caller did not learn");
    this.latency = meters.timer("beckon.intake.latency", "From taken in to durable");
  }

  /// Returns when the message is durable.
  ///
  /// @throws Refusal if the engine is too busy, or did not get there in time
  public Receipt take(Message message) {
    long start = System.nanoTime();
    return await(accept(message), start);
  }

  /// Returns when all messages are durable, taken in their order.
  ///
  /// Messages that reach a person by different identifiers go different ways: where one may change
  /// who has which identifier, those behind it wait for it.
  ///
  /// @throws Refusal as for one; some may have been taken, so that all must be sent again
  public void takeAll(List<Message> messages) {
    long start = System.nanoTime();
    List<CompletableFuture<Receipt>> underWay = new ArrayList<>();
    for (Message message : messages) {
      underWay.add(accept(message));
      if (mayChangeIdentifiers(message)) {
        underWay.forEach(receipt -> await(receipt, start));
        underWay.clear();
      }
    }
    underWay.forEach(receipt -> await(receipt, start));
  }

  private static boolean mayChangeIdentifiers(Message message) {
    return switch (message) {
      case Message.ToIdentifier(_, _, Input.Track _) -> false;
      case Message.ToIdentifier(_, _, Input.Identify identify) -> !identify.sets().isEmpty();
      case Message.Anonymous _ -> false;
      case Message.ToIdentifier _,
          Message.ToPerson _,
          Message.Publish _,
          Message.Claim _,
          Message.Release _,
          Message.Newcomer _,
          Message.NewcomerAnswered _,
          Message.Block _,
          Message.Unblock _,
          Message.DeviceSeen _,
          Message.DeviceLost _,
          Message.Forwarded _,
          Message.Luggage _,
          Message.Absorb _,
          Message.Transfer _,
          Message.Associate _,
          Message.Tick _,
          Message.Relayed _ ->
          true;
    };
  }

  private CompletableFuture<Receipt> accept(Message message) {
    try {
      return intake.accept(message);
    } catch (Overloaded e) {
      overloads.increment();
      throw Refusal.later(
          Refusal.Kind.OVERLOADED,
          "Expected room in the intake, but too many messages are waiting; try again later.",
          e.retryAfterSeconds());
    } catch (Unavailable _) {
      throw unavailable();
    }
  }

  /// @param start when the caller began to wait ([System#nanoTime])
  private Receipt await(CompletableFuture<Receipt> underWay, long start) {
    long left = patience.toNanos() - (System.nanoTime() - start);
    try {
      Receipt receipt = underWay.get(Math.max(0, left), TimeUnit.NANOSECONDS);
      latency.record(System.nanoTime() - start, TimeUnit.NANOSECONDS);
      acknowledged.increment();
      return receipt;
    } catch (TimeoutException _) {
      unsure.increment();
      throw Refusal.later(
          Refusal.Kind.OVERLOADED,
          "Expected to finish within "
              + patience.toSeconds()
              + " s, but it takes longer; try again, with the event's id if it has one.",
          TRY_AGAIN_SECONDS);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Unavailable) {
        throw unavailable();
      }
      throw new IllegalStateException("Expected the message to become durable.", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Refusal.later(
          Refusal.Kind.OVERLOADED, "The server is stopping; try again.", TRY_AGAIN_SECONDS);
    }
  }

  private static Refusal unavailable() {
    return Refusal.later(
        Refusal.Kind.UNAVAILABLE,
        "The engine has stopped and must be restarted; try again later.",
        TRY_AGAIN_SECONDS);
  }
}
