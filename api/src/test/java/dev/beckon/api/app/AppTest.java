package dev.beckon.api.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.beckon.api.http.Wire;
import dev.beckon.api.testing.Stage;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// Tests of the App API over HTTP, on a stage of their own.
abstract class AppTest {
  static final long START_S = Stage.START / 1_000;

  @TempDir Path folder;
  Stage stage;

  @BeforeEach
  void open() {
    stage = new Stage(folder);
  }

  @AfterEach
  void close() {
    stage.close();
  }

  final void assertError(String target, int status) {
    Wire.Reply reply = stage.app(target);
    assertThat(reply.status()).as(target).isEqualTo(status);
    assertThat(reply.body())
        .startsWith("{\"errors\":[{\"detail\":\"Expected ")
        .endsWith("\",\"status\":\"" + status + "\"}]}");
  }
}
