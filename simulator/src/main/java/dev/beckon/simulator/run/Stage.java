package dev.beckon.simulator.run;

import dev.beckon.core.identity.PersonKey;
import dev.beckon.engine.host.Receipt;
import dev.beckon.engine.host.memory.InMemoryHost;
import dev.beckon.engine.host.memory.Seams;
import dev.beckon.engine.message.Message;
import dev.beckon.engine.message.Outputs;
import dev.beckon.engine.store.Store;
import dev.beckon.simulator.Stored;
import dev.beckon.simulator.audit.Auditor;
import dev.beckon.simulator.check.Journal;
import dev.beckon.simulator.check.Said;
import dev.beckon.simulator.script.Dice;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/// The host in the hands of the dice: what it does next, when it commits, and when it crashes.
///
/// Whoever says something says it again after a crash, until it is acknowledged.
final class Stage implements Seams {
  private final Dice dice;
  private final Tricks tricks;
  private final Auditor auditor;
  private final Journal journal;
  private final Said said = new Said();
  private final Set<PersonKey> people = new LinkedHashSet<>();
  private final List<Outputs.Pending> handed = new ArrayList<>();
  private List<Waiting> waiting = new ArrayList<>();
  private InMemoryHost host;
  private int life;
  private int crashes;

  /// @param answer of the host, which may never come
  private record Waiting(Message message, CompletableFuture<Receipt> answer) {}

  Stage(Dice dice, int partitions, long now, Tricks tricks) {
    this.dice = dice;
    this.tricks = tricks;
    this.auditor = new Auditor(partitions);
    this.journal = new Journal(partitions);
    this.host = InMemoryHost.stepByStep(partitions, now, this);
    host.start(tricks.deliveries(handed::add));
  }

  @Override
  public Store store(int partition, Store own) {
    return tricks.store(partition, own);
  }

  @Override
  public void durable(int partition, Message message, Outputs outputs) {
    journal.note(partition, message);
    auditor.hear(partition, message);
    if (outputs.person() != null) {
      people.add(outputs.person());
    }
  }

  Auditor auditor() {
    return auditor;
  }

  Journal journal() {
    return journal;
  }

  Said said() {
    return said;
  }

  Stored stored() {
    return new Stored(host.queries());
  }

  /// Everybody who ever was.
  List<PersonKey> people() {
    return List.copyOf(people);
  }

  /// How often the host has been started.
  int life() {
    return life;
  }

  int crashes() {
    return crashes;
  }

  long now() {
    return host.now();
  }

  /// The earliest instant at which a timer is due (epoch ms).
  long nextDue() {
    return host.nextDue();
  }

  void setNow(long at) {
    host.setNow(at);
  }

  void tick() {
    host.tick();
  }

  /// Says something to the host; nothing is done about it yet.
  void say(Message message) {
    said.said(message);
    CompletableFuture<Receipt> answer = host.intake().accept(message);
    if (tricks.acknowledgesTooEarly()) {
      said.acknowledged(message);
    } else {
      waiting.add(new Waiting(message, answer));
    }
  }

  /// Lets the host do a few things.
  void step(int times) {
    for (int i = 0; i < times && host.step(dice::below); i++) {
      hearAnswers();
    }
  }

  /// Lets the host do everything that can be done.
  void settle() {
    while (host.step(dice::below)) {
      hearAnswers();
    }
    hearAnswers();
  }

  private void hearAnswers() {
    List<Waiting> left = new ArrayList<>();
    for (Waiting one : waiting) {
      if (one.answer().isDone()) {
        said.acknowledged(one.message());
      } else {
        left.add(one);
      }
    }
    waiting = left;
  }

  /// Kills the host and starts it again, maybe after a while.
  ///
  /// @param away how long it is gone (ms)
  void crash(long away) {
    hearAnswers();
    crashes++;
    life++;
    handed.clear();
    host = host.crash();
    host.setNow(host.now() + away);
    host.start(tricks.deliveries(handed::add));
    List<Waiting> again = waiting;
    waiting = new ArrayList<>();
    again.forEach(one -> say(one.message()));
  }

  /// Deliveries that were handed out since the last look.
  List<Outputs.Pending> takeHanded() {
    List<Outputs.Pending> taken = List.copyOf(handed);
    handed.clear();
    return taken;
  }

  /// Messages that the host has not acknowledged.
  int unanswered() {
    return waiting.size();
  }
}
