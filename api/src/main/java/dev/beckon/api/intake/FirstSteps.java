package dev.beckon.api.intake;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Notes what callers have done for the first time in a workspace, for the checklist of newcomers.
public final class FirstSteps {

  /// Where it is written down for good.
  @FunctionalInterface
  public interface Marks {
    /// A mark that is there keeps its first time.
    void mark(int workspace, String name);
  }

  private final Marks marks;
  private final Set<String> noted = ConcurrentHashMap.newKeySet();

  public FirstSteps(Marks marks) {
    this.marks = marks;
  }

  public void person(int workspace) {
    note(workspace, "first_person");
  }

  /// Whoever does something exists, too.
  public void event(int workspace) {
    note(workspace, "first_event");
    note(workspace, "first_person");
  }

  private void note(int workspace, String name) {
    String key = workspace + " " + name;
    if (!noted.contains(key) && noted.add(key)) {
      marks.mark(workspace, name);
    }
  }
}
