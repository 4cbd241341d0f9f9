package dev.beckon.server.logs;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.spi.ContextAwareBase;
import org.slf4j.LoggerFactory;

/// The log: one line per message on the standard error, as text for people or as JSON for machines.
///
/// It is set up in code rather than in a file of Logback's own, so that there is one place for
/// settings and a start does not wait for an XML parser. Logback finds this class as its
/// configurator and begins with text from `info` on; [#set] then does what the configuration says.
public final class Logs extends ContextAwareBase implements Configurator {

  private static final String LINE =
      "%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX, UTC} %-5level %logger{0}: %msg%n%rEx";

  /// How much is said: each level includes those before it.
  public enum Verbosity {
    ERROR,
    WARN,
    INFO,
    DEBUG
  }

  /// The shape of a line.
  public enum Format {
    TEXT,
    JSON
  }

  @Override
  public ExecutionStatus configure(LoggerContext context) {
    install(context, Verbosity.INFO, Format.TEXT);
    return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
  }

  /// Sets how much is said and in which shape, from now on.
  public static void set(Verbosity verbosity, Format format) {
    install((LoggerContext) LoggerFactory.getILoggerFactory(), verbosity, format);
  }

  // Libraries that use the JDK's own log may warn and no more.
  static {
    java.util.logging.Logger.getLogger("").setLevel(java.util.logging.Level.WARNING);
  }

  private static void install(LoggerContext context, Verbosity verbosity, Format format) {
    Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    root.detachAndStopAllAppenders();
    Encoder<ILoggingEvent> encoder = encoder(context, format);
    encoder.start();
    var appender = new ConsoleAppender<ILoggingEvent>();
    appender.setContext(context);
    appender.setTarget("System.err");
    appender.setEncoder(encoder);
    appender.start();
    root.addAppender(appender);
    root.setLevel(Level.WARN);
    // At every start it warns of a thread that there is not.
    context.getLogger("org.apache.kafka.streams.StreamsConfig").setLevel(Level.ERROR);
    context.getLogger("dev.beckon").setLevel(Level.toLevel(verbosity.name()));
  }

  private static Encoder<ILoggingEvent> encoder(LoggerContext context, Format format) {
    Encoder<ILoggingEvent> encoder =
        switch (format) {
          case JSON -> new JsonEncoder();
          case TEXT -> {
            var lines = new PatternLayoutEncoder();
            lines.setPattern(LINE);
            yield lines;
          }
        };
    encoder.setContext(context);
    return encoder;
  }
}
