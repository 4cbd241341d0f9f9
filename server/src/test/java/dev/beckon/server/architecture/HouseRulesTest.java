package dev.beckon.server.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Every rule holds for the rooms, and every rule is awake: it catches each class that breaks it on
/// purpose.
final class HouseRulesTest {

  private static final JavaClasses ROOMS =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.beckon");

  static List<HouseRule> rules() {
    return HouseRules.all();
  }

  static Stream<Arguments> canaries() {
    return HouseRules.all().stream()
        .flatMap(rule -> rule.canaries().stream().map(guilty -> Arguments.of(rule, guilty)));
  }

  @ParameterizedTest
  @MethodSource("rules")
  void holds(HouseRule rule) {
    rule.rule().check(ROOMS);
  }

  @ParameterizedTest
  @MethodSource("canaries")
  void isCaught(HouseRule rule, List<Class<?>> guilty) {
    var verdict = rule.rule().evaluate(new ClassFileImporter().importClasses(guilty));
    assertThat(verdict.hasViolation()).as("%s is caught by: %s", guilty, rule).isTrue();
    assertThat(verdict.getFailureReport().toString()).contains(guilty.getFirst().getSimpleName());
  }

  @ParameterizedTest
  @MethodSource("rules")
  void hasCanaries(HouseRule rule) {
    assertThat(rule.canaries()).isNotEmpty();
  }
}
