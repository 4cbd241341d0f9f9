package dev.beckon.api.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.beckon.api.http.Method;
import dev.beckon.api.http.Refusal;
import dev.beckon.api.http.Request;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class AskedTest {
  @ParameterizedTest
  @CsvSource({"'', 50", "limit=, 50", "limit=1, 1", "limit=1000, 1000", "limit=1001, 1000"})
  void aPageIsNoLargerThanItsListingAllows(String query, int expected) {
    assertThat(asked(query).limit()).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"limit=0", "limit=-1", "limit=1.5", "limit=all"})
  void aPageIsAskedForInWholeNumbers(String query) {
    assertThatThrownBy(() -> asked(query))
        .isInstanceOf(Refusal.class)
        .hasMessageStartingWith("Expected limit ");
  }

  @Test
  void anEmptyStartIsTheBeginning() {
    assertThat(asked("start=").start()).isNull();
    assertThat(asked("start=x").start()).isEqualTo("x");
  }

  private static Asked asked(String query) {
    return Asked.of(
        new Request(Method.GET, "/", query, new NoBody()), Asked.LIMIT, Asked.LIMIT_MAX);
  }

  private static final class NoBody implements Request.Source {
    @Override
    public @Nullable String header(String name) {
      return null;
    }

    @Override
    public byte[] body(boolean document) {
      return new byte[0];
    }

    @Override
    public String remoteAddress() {
      return "127.0.0.1";
    }

    @Override
    public boolean isSecure() {
      return false;
    }
  }
}
