package dev.beckon.server.architecture;

import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;
import java.util.List;

/// A rule with the guilty: each group of canaries breaks it on purpose, and must be caught.
///
/// @param canaries groups of classes; most are of one, a cycle needs two
record HouseRule(String name, ArchRule rule, List<List<Class<?>>> canaries) {

  static HouseRule of(String name, ArchRule rule, Class<?>... canaries) {
    return new HouseRule(
        name,
        rule.allowEmptyShould(true),
        Arrays.stream(canaries).<List<Class<?>>>map(List::of).toList());
  }

  @Override
  public String toString() {
    return name;
  }
}
