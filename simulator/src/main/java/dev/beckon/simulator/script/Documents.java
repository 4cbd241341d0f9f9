package dev.beckon.simulator.script;

import dev.beckon.core.value.Maps;
import dev.beckon.core.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/// Writes scripts as definition documents.
final class Documents {
  private static final long SECOND = 1_000;

  private Documents() {}

  static Value.Fields of(Script script) {
    return fields(
        Map.entry(
            "settings",
            fields(
                Map.entry("name", Value.of("Acme")),
                Map.entry("timezone", Value.of("UTC")),
                Map.entry(
                    "identity",
                    Value.Fields.EMPTY.with("auto_merge", Value.of(script.autoMerge()))))),
        Map.entry("segments", items(script.groups(), Documents::of)),
        Map.entry("campaigns", items(script.programs(), Documents::of)));
  }

  private static Value of(Group group) {
    return fields(
        Map.entry("id", Value.of(group.id())),
        Map.entry("name", Value.of(group.name())),
        Map.entry("when", of(group.when())));
  }

  private static Value of(Program program) {
    Value.Fields document =
        fields(
            Map.entry("id", Value.of(program.id())),
            Map.entry("name", Value.of(program.name())),
            Map.entry("state", Value.of(program.state().name().toLowerCase(Locale.ROOT))),
            Map.entry("started_epoch", Value.of(program.started())),
            Map.entry("trigger", of(program.entrance().cue())),
            Map.entry("frequency", frequency(program.entrance().period())),
            Map.entry("overlap", Value.of(program.entrance().overlap())),
            Map.entry("exit", of(program.leaving())),
            Map.entry("steps", items(program.moves(), Documents::of)));
    Rule filter = program.entrance().filter();
    if (filter != null) {
      document = document.with("filter", of(filter));
    }
    Program.Aim aim = program.aim();
    if (aim != null) {
      document =
          document.with(
              "goal", performed("performed", aim.deed()).with("within", span(aim.within())));
    }
    return program.retired().isEmpty() ? document : document.with("retired", retired(program));
  }

  private static Value retired(Program program) {
    LinkedHashMap<String, Value> retired = new LinkedHashMap<>();
    program.retired().forEach((step, next) -> retired.put(step, Value.of(next)));
    return new Value.Fields(retired);
  }

  private static Value of(Program.Cue cue) {
    return switch (cue) {
      case Program.Cue.OnDeed on -> performed("event", on.deed());
      case Program.Cue.OnEntering on ->
          fields(
              Map.entry("segment", Value.of(on.group())),
              Map.entry("start_with", Value.of(on.current() ? "current_and_new" : "new_only")));
    };
  }

  private static Value frequency(long period) {
    if (period == Program.Entrance.ONCE) {
      return Value.of("once");
    }
    return period == 0 ? Value.of("every_time") : fields(Map.entry("once_per", span(period)));
  }

  private static Value of(Program.Leaving leaving) {
    Value.Fields exit =
        fields(
            Map.entry("on_leaving_trigger", Value.of(leaving.onLeaving())),
            Map.entry("on_goal", Value.of(leaving.onGoal())),
            Map.entry("at", Value.of(leaving.atOnce() ? "once" : "next_action")));
    Rule when = leaving.when();
    return when == null ? exit : exit.with("when", of(when));
  }

  private static Value of(Move move) {
    Value.Fields step = fields(Map.entry("id", Value.of(move.id())));
    return switch (move) {
      case Move.Mail mail ->
          step.with(
              "send",
              fields(
                  Map.entry("channel", Value.of("email")),
                  Map.entry("message", Value.of(mail.id()))));
      case Move.Pause pause -> step.with("delay", span(pause.length()));
      case Move.End _ -> step.with("exit", Value.of(true));
      case Move.Fork fork ->
          step.with("branch", of(fork.when()))
              .with("then", items(fork.then(), Documents::of))
              .with("otherwise", items(fork.otherwise(), Documents::of));
      case Move.Hold hold -> {
        Value.Fields wait =
            step.with("wait_until", of(hold.until()))
                .with("then", items(hold.then(), Documents::of));
        yield hold.atMost() == 0
            ? wait
            : wait.with("at_most", span(hold.atMost()))
                .with("otherwise", items(hold.otherwise(), Documents::of));
      }
    };
  }

  private static Value of(Rule rule) {
    return switch (rule) {
      case Rule.Is is -> test("attribute", is.attribute(), "is", Value.of(is.value()));
      case Rule.AtLeast at -> test("attribute", at.attribute(), "gte", Value.of(at.least()));
      case Rule.Exists exists -> test("attribute", exists.attribute(), "exists", Value.of(true));
      case Rule.Told told -> test("event", told.field(), "is", Value.of(told.value()));
      case Rule.Did did ->
          window(
              performed("performed", did.deed()).with("at_least", Value.of(did.times())),
              did.within(),
              did.since());
      case Rule.DidNot not ->
          window(performed("not_performed", not.deed()), not.within(), not.since());
      case Rule.In in -> fields(Map.entry("in_segment", Value.of(in.group())));
      case Rule.All all -> fields(Map.entry("all", items(all.parts(), Documents::of)));
      case Rule.Any any -> fields(Map.entry("any", items(any.parts(), Documents::of)));
      case Rule.Not not -> fields(Map.entry("not", of(not.part())));
    };
  }

  private static Value test(String key, String name, String operator, Value operand) {
    return fields(Map.entry(key, Value.of(name)), Map.entry(operator, operand));
  }

  private static Value.Fields performed(String key, Rule.Deed deed) {
    Value.Fields pattern = fields(Map.entry(key, Value.of(deed.event())));
    String kind = deed.kind();
    return kind == null
        ? pattern
        : pattern.with(
            "where", new Value.Items(List.of(test("property", "kind", "is", Value.of(kind)))));
  }

  private static Value window(Value.Fields rule, long within, Rule.Since since) {
    return switch (since) {
      case ENTRY -> rule.with("since", Value.of("entry"));
      case STEP -> rule.with("since", Value.of("step"));
      case EVER -> within == 0 ? rule : rule.with("within", span(within));
    };
  }

  private static Value span(long ms) {
    return Value.of(ms / SECOND + "s");
  }

  private static <T> Value items(List<T> all, Function<T, Value> writer) {
    List<Value> items = new ArrayList<>();
    all.forEach(one -> items.add(writer.apply(one)));
    return new Value.Items(items);
  }

  @SafeVarargs
  private static Value.Fields fields(Map.Entry<String, ? extends Value>... entries) {
    LinkedHashMap<String, Value> fields = new LinkedHashMap<>();
    for (Map.Entry<String, ? extends Value> entry : entries) {
      fields.put(entry.getKey(), entry.getValue());
    }
    return new Value.Fields(Maps.copy(fields));
  }
}
