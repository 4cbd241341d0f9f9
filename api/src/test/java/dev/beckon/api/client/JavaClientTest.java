package dev.beckon.api.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.segment.analytics.Analytics;
import com.segment.analytics.Callback;
import com.segment.analytics.messages.IdentifyMessage;
import com.segment.analytics.messages.Message;
import com.segment.analytics.messages.PageMessage;
import com.segment.analytics.messages.ScreenMessage;
import com.segment.analytics.messages.TrackMessage;
import dev.beckon.api.testing.Stage;
import dev.beckon.core.value.Value;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The library `com.segment.analytics.java:analytics`, its address changed and nothing else.
final class JavaClientTest {
  private static final int SENT = 4;

  @TempDir Path folder;

  @Test
  void theClientWorksWithItsAddressChanged() throws InterruptedException {
    try (Stage stage = new Stage(folder)) {
      CountDownLatch answered = new CountDownLatch(SENT);
      Analytics client =
          Analytics.builder(stage.keys().writeKey())
              .endpoint("http://127.0.0.1:" + stage.port())
              .callback(counting(answered))
              .build();
      client.enqueue(
          IdentifyMessage.builder()
              .userId("java")
              .traits(Map.of("email", "java@example.com", "born", "1995-05-23")));
      client.enqueue(
          TrackMessage.builder("compiled").userId("java").properties(Map.of("lines", 7)));
      client.enqueue(
          PageMessage.builder("Home").userId("java").properties(Map.of("url", "https://x.test/")));
      client.enqueue(ScreenMessage.builder("Cart").userId("java"));
      client.flush();
      assertThat(answered.await(20, TimeUnit.SECONDS)).as("all are answered").isTrue();
      client.shutdown();
      assertThat(Known.attribute(stage, "java@example.com", "born"))
          .isEqualTo(Value.of(801_187_200L));
      assertThat(Known.activities(stage, "java@example.com"))
          .containsExactly("event compiled", "page https://x.test/", "screen Cart");
    }
  }

  private static Callback counting(CountDownLatch answered) {
    return new Callback() {
      @Override
      public void success(Message message) {
        answered.countDown();
      }

      @Override
      public void failure(Message message, Throwable failure) {
        throw new AssertionError("Expected " + message.type() + " to be taken.", failure);
      }
    };
  }
}
