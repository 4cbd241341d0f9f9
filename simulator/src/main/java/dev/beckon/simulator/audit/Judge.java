package dev.beckon.simulator.audit;

import dev.beckon.core.delivery.Metric;
import dev.beckon.simulator.script.Group;
import dev.beckon.simulator.script.Program;
import dev.beckon.simulator.script.Rule;
import dev.beckon.simulator.script.Script;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Says what must happen to one person at one instant, under one version of the definitions.
///
/// In this order: groups, goals, journeys under way from the oldest, journeys that begin.
final class Judge {
  private static final long TRIGGER_AGE_MAX = 72 * 3_600_000L;
  private static final long FILTER_TIME = 30 * 60_000L;

  private final Script script;
  private final Dossier dossier;
  private final Counts counts;
  private final long now;
  private final Scan scan;

  Judge(Script script, Dossier dossier, Counts counts, long now) {
    this.script = script;
    this.dossier = dossier;
    this.counts = counts;
    this.now = now;
    this.scan = new Scan(script, dossier, now);
  }

  /// Brings the person up to newer definitions: groups are judged anew without starting anybody,
  /// but for campaigns that take in whoever is there.
  void catchUp() {
    long known = dossier.version();
    dossier.stays().keySet().removeIf(id -> script.groups().stream().noneMatch(g -> g.id() == id));
    moveBetweenGroups(new ArrayList<>());
    dossier.adopt(script.version());
    for (Program program : script.programs()) {
      if (program.started() > known
          && program.entrance().cue()
              instanceof Program.Cue.OnEntering(String name, boolean current)
          && current
          && isIn(name)) {
        start(program, null);
      }
    }
    forgetWhatIsOver();
  }

  private void forgetWhatIsOver() {
    dossier.voyages().removeIf(voyage -> voyage.stage() == Voyage.Stage.OVER);
  }

  private boolean isIn(String name) {
    Group group = script.group(name);
    return group != null && scan.isIn(group);
  }

  /// @param deed that is being told, or null
  void settle(@Nullable Deed deed) {
    List<Group> entered = new ArrayList<>();
    moveBetweenGroups(entered);
    if (deed != null) {
      script.programs().forEach(program -> aim(program, deed));
    }
    List.copyOf(dossier.voyages()).forEach(this::goOn);
    forgetWhatIsOver();
    begin(deed, entered);
    forgetWhatIsOver();
  }

  private void moveBetweenGroups(List<Group> entered) {
    for (Group group : script.groups()) {
      boolean in = scan.isIn(group);
      Dossier.Stay before = dossier.stays().get(group.id());
      if (in != (before != null && before.in())) {
        dossier.stays().put(group.id(), new Dossier.Stay(in, now));
        if (in) {
          entered.add(group);
        }
      }
    }
  }

  private void aim(Program program, Deed deed) {
    Program.Aim aim = program.aim();
    if (aim == null || !deed.is(aim.deed())) {
      return;
    }
    credit(program, aim);
    for (Voyage voyage : dossier.voyages()) {
      if (voyage.program() == program.id()
          && voyage.stage() != Voyage.Stage.FILTERING
          && program.leaving().onGoal()) {
        end(voyage, "exited");
      }
    }
    forgetWhatIsOver();
  }

  /// The last message in whose window the goal was met converts, once.
  private void credit(Program program, Program.Aim aim) {
    Letter best = null;
    for (Letter letter : dossier.remembered()) {
      boolean counting =
          letter.program() == program.id()
              && !letter.has(Metric.CONVERTED)
              && now - letter.sentAt() <= aim.within();
      if (counting && (best == null || letter.sentAt() >= best.sentAt())) {
        best = letter;
      }
    }
    if (best != null && best.note(Metric.CONVERTED, now)) {
      counts.count(program.id(), best.step(), "converted");
    }
  }

  private void goOn(Voyage voyage) {
    Program program = script.program(voyage.program());
    if (program == null || program.state() == Program.State.HALTED) {
      end(voyage, "exited");
      return;
    }
    switch (voyage.stage()) {
      case FILTERING -> admit(program, voyage);
      case ACTIVE -> {
        if (mustLeave(program, voyage, false)) {
          end(voyage, "exited");
        } else {
          walk(program, voyage);
        }
      }
      case HALTED, OVER -> {}
    }
  }

  private void admit(Program program, Voyage voyage) {
    Rule filter = program.entrance().filter();
    if (filter == null || scan.holds(filter, voyage)) {
      activate(program, voyage);
    } else if (now >= voyage.startedAt() + FILTER_TIME) {
      end(voyage, "never_activated");
    }
  }

  private void begin(@Nullable Deed deed, List<Group> entered) {
    if (deed != null && now - deed.at() <= TRIGGER_AGE_MAX) {
      for (Program program : running()) {
        if (program.entrance().cue() instanceof Program.Cue.OnDeed(Rule.Deed wanted)
            && deed.is(wanted)) {
          start(program, deed);
        }
      }
    }
    for (Group group : entered) {
      for (Program program : running()) {
        if (program.entrance().cue() instanceof Program.Cue.OnEntering(String name, boolean _)
            && name.equals(group.name())) {
          start(program, null);
        }
      }
    }
  }

  private List<Program> running() {
    return script.programs().stream()
        .filter(program -> program.state() == Program.State.RUNNING)
        .toList();
  }

  private void start(Program program, @Nullable Deed trigger) {
    if (program.state() != Program.State.RUNNING || !mayStart(program)) {
      return;
    }
    Voyage voyage = new Voyage(program.id(), now, trigger);
    dossier.voyages().add(voyage);
    counts.count(program.id(), "", "started");
    Rule filter = program.entrance().filter();
    if (filter == null || scan.holds(filter, voyage)) {
      activate(program, voyage);
    }
  }

  private boolean mayStart(Program program) {
    Program.Entrance entrance = program.entrance();
    for (Voyage voyage : dossier.voyages()) {
      boolean same = voyage.program() == program.id() && voyage.stage() != Voyage.Stage.OVER;
      boolean undecided = entrance.period() > 0 && voyage.stage() == Voyage.Stage.FILTERING;
      if (same && (!entrance.overlap() || undecided)) {
        return false;
      }
    }
    Long last = dossier.lastEntries().get(program.id());
    return last == null
        || entrance.period() == 0
        || (entrance.period() != Program.Entrance.ONCE && now - last >= entrance.period());
  }

  private void activate(Program program, Voyage voyage) {
    dossier.lastEntries().put(program.id(), voyage.startedAt());
    voyage.become(Voyage.Stage.ACTIVE);
    counts.count(program.id(), "", "activated");
    if (mustLeave(program, voyage, false)) {
      end(voyage, "exited");
    } else {
      String first = new Trail(program).first();
      if (first.isEmpty()) {
        end(voyage, "finished");
      } else {
        arrive(voyage, first);
        walk(program, voyage);
      }
    }
  }

  /// @param atMessage whether leaving is asked for where only messages ask
  boolean mustLeave(Program program, Voyage voyage, boolean atMessage) {
    Program.Leaving leaving = program.leaving();
    if (!leaving.atOnce() && !atMessage) {
      return false;
    }
    if (leaving.when() != null && scan.holds(leaving.when(), voyage)) {
      return true;
    }
    Rule filter = program.entrance().filter();
    boolean outside =
        program.entrance().cue() instanceof Program.Cue.OnEntering(String name, boolean _)
            && !isIn(name);
    return leaving.onLeaving() && (outside || (filter != null && !scan.holds(filter, voyage)));
  }

  private void walk(Program program, Voyage voyage) {
    new Walk(this, program, voyage).go();
  }

  void arrive(Voyage voyage, String step) {
    voyage.arrive(step, now);
    counts.count(voyage.program(), step, "reached");
  }

  void end(Voyage voyage, String how) {
    voyage.become(Voyage.Stage.OVER);
    counts.count(voyage.program(), "", how);
    if (!how.equals("finished") && !voyage.step().isEmpty()) {
      counts.count(voyage.program(), voyage.step(), "ended");
    }
  }

  boolean holds(Rule rule, Voyage voyage) {
    return scan.holds(rule, voyage);
  }

  /// A message is due: it goes out, or it is withheld.
  void mail(Voyage voyage, String step) {
    String recipient = dossier.email();
    if (recipient == null || isMuted(dossier)) {
      counts.count(voyage.program(), step, "undeliverable");
    } else {
      dossier.letters().add(new Letter(voyage.program(), step, now, recipient));
      counts.count(voyage.program(), step, "created");
    }
  }

  static boolean isMuted(Dossier dossier) {
    String unsubscribed = dossier.text("unsubscribed");
    String refused = dossier.text("_suppressed_email");
    return (unsubscribed != null
            && (unsubscribed.equalsIgnoreCase("true") || unsubscribed.equals("1")))
        || (refused != null && refused.equalsIgnoreCase(dossier.email()));
  }

  void count(Voyage voyage, String step, String metric) {
    counts.count(voyage.program(), step, metric);
  }

  long now() {
    return now;
  }

  /// The next instant after one at which anything may change for the person if nothing is said;
  /// `Long.MAX_VALUE` for never.
  static long nextInstant(Script script, Dossier dossier, long after) {
    return new Instants(script, dossier).next(after, FILTER_TIME);
  }
}
