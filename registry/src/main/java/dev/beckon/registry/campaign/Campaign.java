package dev.beckon.registry.campaign;

import dev.beckon.registry.document.Document;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// An authored campaign: its document, and whether it takes people in.
public record Campaign(Document document, Run run) {

  public int id() {
    return document.id();
  }

  public String name() {
    return document.name();
  }

  public enum State {
    DRAFT,
    RUNNING,
    /// Takes nobody in; whoever is under way finishes.
    STOPPED,
    /// Takes nobody in, and whoever was under way has been taken out.
    HALTED;

    /// The word in the published document.
    String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    /// The word in the API and in files, which do not tell the two ways of being stopped apart.
    public String shown() {
      return this == HALTED ? STOPPED.word() : word();
    }
  }

  /// What becomes of the people under way when a campaign is stopped.
  public enum UnderWay {
    FINISH,
    EXIT
  }

  /// @param startedAt when it was last started
  /// @param recipe key of the recipe that it was made from
  public record Run(
      State state,
      @Nullable Instant startedAt,
      @Nullable Instant stoppedAt,
      @Nullable String recipe) {}

  /// Something about a campaign that its author should know.
  ///
  /// @param pointer JSON pointer into the definition
  /// @param stepId the step it is about, or null
  public record Problem(
      String pointer, @Nullable String stepId, Severity severity, String detail) {}

  public enum Severity {
    /// Keeps the campaign from running.
    ERROR,
    WARNING;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
