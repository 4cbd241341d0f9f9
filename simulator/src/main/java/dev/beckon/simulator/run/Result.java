package dev.beckon.simulator.run;

import dev.beckon.simulator.check.Finding;
import java.util.List;

/// What came of one seed.
///
/// @param messages processed by partitions, ticks and relays included
/// @param sent messages to people
/// @param findings broken promises; none in a good run
public record Result(
    Plan plan,
    int messages,
    int sent,
    int crashes,
    int people,
    long versions,
    List<Finding> findings) {
  public Result {
    findings = List.copyOf(findings);
  }

  public boolean isGood() {
    return findings.isEmpty();
  }

  /// Everything that is wrong, and the line that shows it again.
  public String report() {
    StringBuilder report = new StringBuilder(plan.command()).append('\n');
    findings.forEach(finding -> report.append("  ").append(finding).append('\n'));
    return report.toString();
  }
}
