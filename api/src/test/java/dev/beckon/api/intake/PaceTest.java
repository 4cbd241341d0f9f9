package dev.beckon.api.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.beckon.api.http.Refusal;
import dev.beckon.registry.key.Key;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class PaceTest {
  private static final long SECOND_NANOS = 1_000_000_000;
  private static final Key.Access ONE = new Key.Access(7, 1, "one");
  private static final Key.Access TWO = new Key.Access(8, 2, "two");

  private final AtomicLong now = new AtomicLong(-SECOND_NANOS);
  private final Pace pace = new Pace(10, now::get);

  private int callsInTime(Key.Access key) {
    int calls = 0;
    try {
      while (calls < 1_000) {
        assertThat(pace.step(key)).isEqualTo(key.workspace());
        calls++;
      }
    } catch (Refusal refusal) {
      assertThat(refusal.kind()).isEqualTo(Refusal.Kind.RATE_LIMITED);
      assertThat(refusal.retryAfterSeconds()).isOne();
    }
    return calls;
  }

  @Test
  void aKeyMakesItsCallsAtOnceAndNoneMore() {
    assertThat(callsInTime(ONE)).isEqualTo(10);
    assertThat(callsInTime(ONE)).isZero();
  }

  @Test
  void whatIsSpentComesBackEvenly() {
    callsInTime(ONE);
    now.addAndGet(SECOND_NANOS / 10 - 1);
    assertThat(callsInTime(ONE)).isZero();
    now.addAndGet(1);
    assertThat(callsInTime(ONE)).isOne();
    now.addAndGet(SECOND_NANOS / 2);
    assertThat(callsInTime(ONE)).isEqualTo(5);
    now.addAndGet(100 * SECOND_NANOS);
    assertThat(callsInTime(ONE)).isEqualTo(10);
  }

  @Test
  void oneKeyDoesNotSpendForAnother() {
    callsInTime(ONE);
    assertThat(callsInTime(TWO)).isEqualTo(10);
  }

  @Test
  void withoutALimitNobodyIsRefused() {
    Pace unlimited = Pace.unlimited();
    for (int i = 0; i < 10_000; i++) {
      unlimited.step(ONE);
    }
  }
}
