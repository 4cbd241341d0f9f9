package dev.beckon.simulator.script;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Single ideas for definitions; few names, so that they meet what people do.
final class Imagination {
  private static final List<Long> WINDOWS =
      List.of(ms(Duration.ofHours(1)), ms(Duration.ofDays(1)), ms(Duration.ofDays(4)));
  private static final List<Long> LENGTHS =
      List.of(
          ms(Duration.ofMinutes(1)),
          ms(Duration.ofHours(2)),
          ms(Duration.ofDays(1)),
          ms(Duration.ofDays(3)));

  private final Dice dice;
  private int moves;

  Imagination(Dice dice) {
    this.dice = dice;
  }

  private static long ms(Duration duration) {
    return duration.toMillis();
  }

  long length() {
    return dice.oneOf(LENGTHS);
  }

  Move mail() {
    return new Move.Mail("mail-" + ++moves);
  }

  private Rule.Deed deed() {
    return new Rule.Deed(
        dice.oneOf(Vocabulary.EVENTS), dice.percent(25) ? dice.oneOf(Vocabulary.KINDS) : null);
  }

  /// @param groups that may be asked for
  Rule aboutPerson(List<String> groups) {
    return rule(groups, 0, false);
  }

  private Rule inJourney(List<String> groups) {
    return rule(groups, 0, true);
  }

  private Rule rule(List<String> groups, int depth, boolean journey) {
    int kind = dice.below(depth < 2 ? 11 : 7);
    return switch (kind) {
      case 0 -> new Rule.Is("plan", dice.oneOf(Vocabulary.PLANS));
      case 1 ->
          dice.percent(50)
              ? new Rule.AtLeast("score", dice.below(100))
              : new Rule.Exists(dice.oneOf(List.of("plan", "score", "vip")));
      case 2, 3 -> did(since(journey));
      case 4, 5 -> didNot(since(journey));
      case 6 -> groups.isEmpty() ? new Rule.Is("vip", "true") : new Rule.In(dice.oneOf(groups));
      case 7, 8 -> new Rule.All(two(groups, depth, journey));
      case 9 -> new Rule.Any(two(groups, depth, journey));
      default -> new Rule.Not(rule(groups, depth + 1, journey));
    };
  }

  private List<Rule> two(List<String> groups, int depth, boolean journey) {
    return List.of(rule(groups, depth + 1, journey), rule(groups, depth + 1, journey));
  }

  private Rule did(Rule.Since since) {
    return new Rule.Did(deed(), dice.percent(70) ? 1 : 2, within(since), since);
  }

  private Rule didNot(Rule.Since since) {
    return new Rule.DidNot(deed(), within(since), since);
  }

  private long within(Rule.Since since) {
    return since == Rule.Since.EVER && dice.percent(80) ? dice.oneOf(WINDOWS) : 0;
  }

  private Rule.Since since(boolean journey) {
    if (!journey || dice.percent(40)) {
      return Rule.Since.EVER;
    }
    return dice.percent(50) ? Rule.Since.ENTRY : Rule.Since.STEP;
  }

  Program.Entrance entrance(List<String> groups) {
    boolean byDeed = groups.isEmpty() || dice.percent(60);
    Program.Cue cue =
        byDeed
            ? new Program.Cue.OnDeed(deed())
            : new Program.Cue.OnEntering(dice.oneOf(groups), dice.percent(50));
    long period = dice.oneOf(List.of(0L, Program.Entrance.ONCE, length()));
    Rule filter = dice.percent(40) ? inJourney(groups) : null;
    return new Program.Entrance(cue, filter, period, byDeed && dice.percent(60));
  }

  Program.Leaving leaving(List<String> groups) {
    return new Program.Leaving(
        dice.percent(40) ? inJourney(groups) : null,
        dice.percent(40),
        dice.percent(30),
        dice.percent(60));
  }

  Program.@Nullable Aim aim() {
    return dice.percent(50) ? new Program.Aim(deed(), dice.oneOf(WINDOWS)) : null;
  }

  List<Move> moves(List<String> groups, int count) {
    List<Move> list = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      list.add(move(groups, count));
    }
    return list;
  }

  private Move move(List<String> groups, int size) {
    String id = "step-" + ++moves;
    int inside = size / 2;
    return switch (dice.below(inside > 0 ? 8 : 4)) {
      case 0, 1 -> mail();
      case 2 -> new Move.Pause(id, length());
      case 3 -> dice.percent(20) ? new Move.End(id) : new Move.Pause(id, length());
      case 4, 5 -> hold(id, groups, inside);
      default ->
          new Move.Fork(
              id,
              dice.percent(25)
                  ? new Rule.Told("kind", dice.oneOf(Vocabulary.KINDS))
                  : inJourney(groups),
              moves(groups, dice.below(inside + 1)),
              moves(groups, dice.below(inside + 1)));
    };
  }

  private Move hold(String id, List<String> groups, int inside) {
    long atMost = dice.percent(80) ? length() : 0;
    return new Move.Hold(
        id,
        inJourney(groups),
        atMost,
        moves(groups, dice.below(inside + 1)),
        atMost == 0 ? List.of() : moves(groups, dice.below(inside + 1)));
  }
}
