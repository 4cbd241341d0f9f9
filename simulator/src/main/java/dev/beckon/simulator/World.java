package dev.beckon.simulator;

import dev.beckon.core.identity.Identifier;
import dev.beckon.core.machine.Fact;
import dev.beckon.engine.message.Message;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A workspace with its people, its time and its post, in the words of the product.
///
/// Time stands still until somebody lets it pass, and whatever is said has had all its consequences
/// when the call comes back; so nobody ever waits.
public final class World {
  /// When the world begins (epoch ms): 2026-02-02T02:40:00Z.
  public static final long START = 1_770_000_000_000L;

  private final Harness harness;
  private final Runnable afterEachStep;
  private final Definitions definitions = new Definitions();
  private final PostOffice post = new PostOffice();
  private @Nullable List<Message> gathered;

  private World(Harness harness, Runnable afterEachStep) {
    this.harness = harness;
    this.afterEachStep = afterEachStep;
  }

  public static World on(Harness harness) {
    return new World(harness, () -> {});
  }

  /// A world whose host is killed and started again after everything that happens.
  public static World crashing(Harness harness) {
    return new World(harness, harness::kill);
  }

  /// Somebody, by e-mail address if there is an `@` in it, else by id.
  public Someone person(String name) {
    return new Someone(this, identifier(name));
  }

  public static Identifier identifier(String name) {
    return name.indexOf('@') < 0 ? Identifier.id(name) : Identifier.email(name);
  }

  /// Publishes definitions, in YAML; ids and states may be left out.
  public void publish(String yaml) {
    accept(
        new Message.Publish(
            Stored.WORKSPACE, definitions.version() + 1, 0, definitions.next(Yaml.fields(yaml))));
    advanceTo(harness.now());
  }

  /// Publishes definitions under a version that has been there before.
  public void publishesAgain(String yaml) {
    accept(new Message.Publish(Stored.WORKSPACE, definitions.version(), 0, Yaml.fields(yaml)));
    advanceTo(harness.now());
  }

  /// Lets time pass while nobody looks: the host finds out all at once.
  public void isAway(Duration time) {
    advanceTo(harness.now() + time.toMillis());
  }

  /// Lets time pass; every timer rings at its own instant.
  public void passes(Duration time) {
    long until = harness.now() + time.toMillis();
    for (long due = stored().nextDue(); due <= until; due = stored().nextDue()) {
      advanceTo(Math.max(due, harness.now()));
    }
    advanceTo(until);
  }

  public Instant now() {
    return Instant.ofEpochMilli(harness.now());
  }

  /// The names of the messages that somebody was sent, in order; an address or an id.
  public List<String> inbox(String who) {
    return mail(who).stream().map(Mail::message).toList();
  }

  /// The messages that somebody was sent, in order; an address or an id.
  public List<Mail> mail(String who) {
    return post.sent().stream().filter(mail -> isTo(mail, who)).toList();
  }

  private static boolean isTo(Mail mail, String who) {
    return who.indexOf('@') < 0
        ? mail.text("customer", "id").equals(who)
        : mail.recipient().toLowerCase(Locale.ROOT).equals(who.toLowerCase(Locale.ROOT));
  }

  /// From now on mail to the address bounces.
  public void bounces(String address) {
    post.closes(address);
  }

  /// How many people are in a segment.
  public int members(String segment) {
    return stored().members(definitions.segment(segment)).size();
  }

  /// A number of a campaign as a whole, such as `started` or `converted`.
  public long counted(String campaign, String metric) {
    return counted(campaign, "", metric);
  }

  /// A number of a step of a campaign, such as `reached` or `sent`.
  public long counted(String campaign, String step, String metric) {
    return stored().counted(Fact.Subject.CAMPAIGN, definitions.campaign(campaign), step, metric);
  }

  /// Stops the host in good order and starts it again.
  public void restarts() {
    harness.restart();
    deliver();
  }

  /// Ends the host without any order and starts it again.
  public void crashes() {
    harness.kill();
    deliver();
  }

  /// A hash of all that is stored, equal on every host for the same story.
  public String digest() {
    return stored().digest();
  }

  public Stored stored() {
    return new Stored(harness.queries());
  }

  Definitions definitions() {
    return definitions;
  }

  long millis() {
    return harness.now();
  }

  /// Everything that is said meanwhile reaches the host at the same moment.
  public void atOnce(Runnable saying) {
    List<Message> together = new ArrayList<>();
    gathered = together;
    saying.run();
    gathered = null;
    harness.acceptAll(together);
    afterEachStep.run();
    deliver();
  }

  /// Tells the host, with all consequences.
  void accept(Message message) {
    List<Message> together = gathered;
    if (together != null) {
      together.add(message);
      return;
    }
    tell(message);
    deliver();
  }

  private void tell(Message message) {
    harness.accept(message);
    afterEachStep.run();
  }

  private void advanceTo(long at) {
    harness.advanceTo(at);
    afterEachStep.run();
    deliver();
  }

  private void deliver() {
    post.take(harness.takeDeliveries());
    for (Message report = post.report(); report != null; report = post.report()) {
      tell(report);
      post.take(harness.takeDeliveries());
    }
  }
}
