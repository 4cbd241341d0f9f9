package dev.beckon.server.logs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

final class LogsTest {

  private final PrintStream standardError = System.err;

  @AfterEach
  void restore() {
    System.setErr(standardError);
    Logs.set(Logs.Verbosity.INFO, Logs.Format.TEXT);
  }

  @Test
  void aLineIsTextForPeople() {
    assertThat(said(Logs.Verbosity.INFO, Logs.Format.TEXT))
        .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z INFO  Door: open\\R");
  }

  @Test
  void aLineIsJsonForMachines() {
    assertThat(said(Logs.Verbosity.INFO, Logs.Format.JSON))
        .startsWith("{")
        .contains("\"message\":\"open\"");
  }

  @Test
  void whatIsBelowTheLevelIsNotSaid() {
    assertThat(said(Logs.Verbosity.WARN, Logs.Format.TEXT)).isEmpty();
  }

  private static String said(Logs.Verbosity verbosity, Logs.Format format) {
    var written = new ByteArrayOutputStream();
    System.setErr(new PrintStream(written, true, StandardCharsets.UTF_8));
    Logs.set(verbosity, format);
    LoggerFactory.getLogger("dev.beckon.Door").info("open");
    return written.toString(StandardCharsets.UTF_8);
  }
}
