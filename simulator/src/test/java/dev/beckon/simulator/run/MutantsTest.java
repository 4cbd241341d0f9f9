package dev.beckon.simulator.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.beckon.core.person.Attribute;
import dev.beckon.core.person.Change;
import dev.beckon.core.value.Value;
import dev.beckon.engine.codec.ByteSink;
import dev.beckon.engine.codec.TallyRow;
import dev.beckon.engine.message.Outputs;
import dev.beckon.engine.store.Keys;
import dev.beckon.engine.store.Store;
import dev.beckon.engine.store.Table;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Bugs that are planted on purpose, each in the domain of one checker, which must catch it.
final class MutantsTest {
  private static final int SEEDS_MAX = 25;

  @Test
  void aMemberRowThatIsDroppedIsCaught() {
    assertCaught("SegmentsMatchFullScan", own -> TrickStore.forgetting(own, Table.MEMBER, 4));
  }

  @Test
  void aSegmentThatIgnoresTheAgeOfPeopleIsCaught() {
    assertCaught(
        "SegmentsMatchFullScan",
        own ->
            new TrickStore(own) {
              @Override
              public byte @Nullable [] get(Table table, byte[] key) {
                byte[] row = super.get(table, key);
                return table == Table.PERSON ? changed(key, row, new Change.KnownSince(0)) : row;
              }
            });
  }

  @Test
  void whoeverHearsOfDeliveriesTwiceIsCaught() {
    assertCaught(
        "AtMostOneSend",
        new Tricks() {
          @Override
          public Consumer<Outputs.Pending> deliveries(Consumer<Outputs.Pending> listener) {
            return listener.andThen(listener);
          }
        });
  }

  @Test
  void aDeliveryThatNeverLeavesTheOutboxIsCaught() {
    assertCaught(
        "AtMostOneSend",
        own ->
            new TrickStore(own) {
              @Override
              public void delete(Table table, byte[] key) {
                if (table != Table.OUTBOX) {
                  super.delete(table, key);
                }
              }
            });
  }

  @Test
  void writingToWhoeverUnsubscribedIsCaught() {
    Change subscribed = new Change.AttributeSet("unsubscribed", new Attribute(Value.of(false), 0));
    assertCaught(
        "NothingToSuppressed",
        own ->
            new TrickStore(own) {
              @Override
              public byte @Nullable [] get(Table table, byte[] key) {
                byte[] row = super.get(table, key);
                return table == Table.PERSON ? changed(key, row, subscribed) : row;
              }
            });
  }

  @Test
  void aTimerThatIsOffByOneMillisecondIsCaught() {
    assertCaught(
        "TimersFireOnce",
        own ->
            new TrickStore(own) {
              @Override
              public void put(Table table, byte[] key, byte[] value) {
                super.put(table, table == Table.TIMER ? late(key) : key, value);
              }

              @Override
              public void delete(Table table, byte[] key) {
                super.delete(table, table == Table.TIMER ? late(key) : key);
              }

              private byte[] late(byte[] key) {
                return Keys.timer(Keys.timerAt(key) + 1, Keys.timerPerson(key));
              }
            });
  }

  @Test
  void aTimerThatIsDroppedIsCaught() {
    assertCaught("TimersFireOnce", own -> TrickStore.forgetting(own, Table.TIMER, 5));
  }

  @Test
  void aRowThatIsNotWhatAReplayWritesIsCaught() {
    assertCaught("ReplayIsIdentical", own -> TrickStore.forgetting(own, Table.TRACE, 9));
  }

  @Test
  void aDeskThatGrantsTwiceIsCaught() {
    assertCaught(
        "OnePersonPerIdentifier",
        own ->
            new TrickStore(own) {
              private int looks;

              @Override
              public byte @Nullable [] get(Table table, byte[] key) {
                return table == Table.DESK && ++looks % 3 == 0 ? null : super.get(table, key);
              }
            });
  }

  @Test
  void aSuppressionThatIsForgottenIsCaught() {
    assertCaught("OnePersonPerIdentifier", own -> TrickStore.forgetting(own, Table.SUPPRESSED, 1));
  }

  @Test
  void aNewcomerForWhomNobodyWaitsIsCaught() {
    assertCaught("NothingAcknowledgedIsLost", own -> TrickStore.forgetting(own, Table.WAITING, 2));
  }

  @Test
  void anAssociationThatIsForgottenIsCaught() {
    assertCaught(
        "NothingAcknowledgedIsLost", own -> TrickStore.forgetting(own, Table.ASSOCIATION, 1));
  }

  @Test
  void aVisitThatIsForgottenIsCaught() {
    assertCaught(
        "NothingAcknowledgedIsLost", own -> TrickStore.forgetting(own, Table.ANONYMOUS, 2));
  }

  @Test
  void luggageThatIsLostIsCaught() {
    assertCaught("NothingAcknowledgedIsLost", own -> TrickStore.forgetting(own, Table.LUGGAGE, 1));
  }

  @Test
  void aRedirectThatIsForgottenIsCaught() {
    assertCaught("NothingAcknowledgedIsLost", own -> TrickStore.forgetting(own, Table.REDIRECT, 1));
  }

  @Test
  void aDeskThatDoesNotPassOnIsCaught() {
    assertCaught(
        "OnePersonPerIdentifier",
        own ->
            new TrickStore(own) {
              @Override
              public void put(Table table, byte[] key, byte[] value) {
                if (table != Table.DESK || super.get(table, key) == null) {
                  super.put(table, key, value);
                }
              }
            });
  }

  @Test
  void somebodyWhoForgetsWhomTheyTookInIsCaught() {
    assertCaught(
        "Conservation",
        own ->
            new TrickStore(own) {
              @Override
              public void put(Table table, byte[] key, byte[] value) {
                super.put(table, key, table == Table.PERSON ? withoutAbsorbed(key, value) : value);
              }
            });
  }

  @Test
  void aCounterThatMissesWhoeverLeavesIsCaught() {
    assertCaught(
        "Conservation",
        own ->
            new TrickStore(own) {
              @Override
              public void put(Table table, byte[] key, byte[] value) {
                super.put(table, key, table == Table.TALLY ? withoutExits(value) : value);
              }

              private byte[] withoutExits(byte[] row) {
                SortedMap<TallyRow.Name, Long> counts = new TreeMap<>(TallyRow.read(row).counts());
                counts.keySet().removeIf(name -> name.metric().equals("exited"));
                ByteSink out = new ByteSink();
                TallyRow.write(counts, out);
                return out.toBytes();
              }
            });
  }

  @Test
  void anAcknowledgementBeforeTheCommitIsCaught() {
    assertCaught(
        "NothingAcknowledgedIsLost",
        new Tricks() {
          @Override
          public boolean acknowledgesTooEarly() {
            return true;
          }
        });
  }

  @Test
  void anEventThatIsDroppedIsCaught() {
    assertCaught(
        "NothingAcknowledgedIsLost", own -> TrickStore.forgetting(own, Table.ACTIVITY, 20));
  }

  @Test
  void aRepeatedEventThatIsNotRecognisedIsCaught() {
    assertCaught("NothingAcknowledgedIsLost", own -> TrickStore.forgetting(own, Table.DEDUPE, 1));
  }

  @Test
  void aRelayThatIsForgottenInACrashIsCaught() {
    assertCaught("NothingAcknowledgedIsLost", own -> TrickStore.forgetting(own, Table.RELAY, 1));
  }

  private static void assertCaught(String checker, UnaryOperator<Store> trick) {
    assertCaught(
        checker,
        new Tricks() {
          @Override
          public Store store(int partition, Store own) {
            return trick.apply(own);
          }
        });
  }

  /// The checker must notice within a few seeds, whatever else notices too.
  private static void assertCaught(String checker, Tricks tricks) {
    Set<String> noticed = new TreeSet<>();
    for (int seed = 1; seed <= SEEDS_MAX && !noticed.contains(checker); seed++) {
      Result result = Simulation.run(new Plan(seed, 12, 10), tricks);
      result.findings().forEach(finding -> noticed.add(finding.checker()));
    }
    assertThat(noticed).contains(checker);
  }
}
