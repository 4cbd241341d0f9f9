package dev.beckon.engine.query;

import dev.beckon.core.identity.PersonKey;
import dev.beckon.core.person.Person;
import dev.beckon.core.segment.Condition;
import dev.beckon.core.segment.Evaluation;
import dev.beckon.engine.codec.PersonCodec;
import dev.beckon.engine.codec.PersonRecord;
import dev.beckon.engine.store.Keys;
import dev.beckon.engine.store.Rows;
import dev.beckon.engine.store.Table;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How many people a condition would match at this moment, and some of them.
///
/// Conditions that ask for events which nobody has asked for before read the events of everybody,
/// and take accordingly longer.
public final class Preview {
  private final Queries queries;

  public Preview(Queries queries) {
    this.queries = queries;
  }

  /// Looks at everybody, as far as the budget goes; an equal share of each partition comes first.
  ///
  /// @param at the moment to which windows refer (epoch ms)
  /// @param sample how many people to give
  public Result count(int workspace, Condition condition, long at, int sample, Budget budget) {
    Tally tally = new Tally(workspace, condition, at, sample, budget);
    boolean[] done = new boolean[queries.partitions()];
    boolean progress = true;
    while (progress && !tally.isSpent()) {
      progress = false;
      for (int p = 0; p < queries.partitions() && !tally.isSpent(); p++) {
        if (!done[p]) {
          int partition = p;
          done[p] = queries.read(p, rows -> tally.chunk(rows, partition));
          progress = true;
        }
      }
    }
    boolean complete = true;
    for (boolean one : done) {
      complete &= one;
    }
    return new Result(tally.matched, tally.scanned, complete, tally.sample);
  }

  /// Those who match, newest first.
  public Page<Person> page(
      int workspace,
      Condition condition,
      long at,
      @Nullable String cursor,
      int limit,
      Budget budget) {
    Remembering remembering = new Remembering(workspace, condition);
    return new PeopleScan(queries, workspace)
        .page(
            cursor,
            limit,
            budget,
            (rows, key, person) -> {
              Memories memories = remembering.in(rows, key.partition());
              Candidate candidate = new Candidate(rows, key, person, at, memories);
              return Evaluation.of(condition, candidate).truth();
            });
  }

  /// What the condition asks for, compared once with the definitions of each partition.
  private final class Remembering {
    private final int workspace;
    private final Condition condition;
    private final @Nullable Memories[] known = new Memories[queries.partitions()];

    Remembering(int workspace, Condition condition) {
      this.workspace = workspace;
      this.condition = condition;
    }

    Memories in(Rows rows, int partition) {
      Memories memories = known[partition];
      if (memories == null) {
        memories = Memories.wanted(rows, workspace, condition);
        known[partition] = memories;
      }
      return memories;
    }
  }

  /// The count so far, and how far it has come in each partition.
  private final class Tally {
    /// How many people of one partition are looked at before the next one has its turn.
    private static final int CHUNK = 2_000;

    private final int workspace;
    private final Condition condition;
    private final long at;
    private final int sampleMax;
    private final Budget budget;
    private final List<Person> sample = new ArrayList<>();
    private final byte[][] froms = new byte[queries.partitions()][];
    private final Remembering remembering;
    private final PersonCodec codec = new PersonCodec();
    private long matched;
    private long scanned;
    private boolean spent;

    Tally(int workspace, Condition condition, long at, int sampleMax, Budget budget) {
      this.workspace = workspace;
      this.condition = condition;
      this.remembering = new Remembering(workspace, condition);
      this.at = at;
      this.sampleMax = sampleMax;
      this.budget = budget;
      for (int p = 0; p < froms.length; p++) {
        froms[p] = Keys.workspace(workspace);
      }
    }

    boolean isSpent() {
      return spent;
    }

    /// @return whether the partition has been looked at to its end
    boolean chunk(Rows rows, int partition) {
      Memories memories = remembering.in(rows, partition);
      int[] looks = {0};
      boolean[] whole = {true};
      rows.scan(
          Table.PERSON,
          froms[partition],
          Keys.workspace(workspace + 1),
          (key, row) -> {
            if (looks[0] == CHUNK || spent) {
              whole[0] = false;
              return false;
            }
            froms[partition] = Keys.next(key);
            look(rows, Keys.personIn(key), row, memories);
            if (++looks[0] % PeopleScan.LOOKS_PER_QUESTION == 0) {
              spent = budget.spent();
            }
            return true;
          });
      return whole[0];
    }

    private void look(Rows rows, PersonKey key, byte[] row, Memories memories) {
      scanned++;
      Candidate candidate = new Candidate(rows, key, new PersonRecord(row), at, memories);
      if (Evaluation.of(condition, candidate).truth()) {
        matched++;
        if (sample.size() < sampleMax) {
          sample.add(codec.decode(key, row));
        }
      }
    }
  }

  /// @param matched of those that were looked at
  /// @param scanned how many were looked at
  /// @param complete whether that was everybody
  public record Result(long matched, long scanned, boolean complete, List<Person> sample) {
    public Result {
      sample = List.copyOf(sample);
    }
  }
}
