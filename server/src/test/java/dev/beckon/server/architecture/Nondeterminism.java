package dev.beckon.server.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;

/// What would make two runs over the same inputs differ: clocks, chance, defaults of the machine.
final class Nondeterminism {

  private static final Set<String> SOURCES =
      Set.of(
          "java.lang.System.currentTimeMillis",
          "java.lang.System.nanoTime",
          "java.lang.System.identityHashCode",
          "java.lang.System.getenv",
          "java.lang.System.getProperty",
          "java.lang.Math.random",
          "java.util.UUID.randomUUID",
          "java.util.Locale.getDefault",
          "java.util.TimeZone.getDefault",
          "java.util.Collections.shuffle",
          "java.time.ZoneId.systemDefault",
          "java.text.NumberFormat.getInstance",
          "java.lang.String.formatted");

  private static final Set<String> WHOLE_CLASSES =
      Set.of(
          "java.util.Random",
          "java.util.SplittableRandom",
          "java.util.concurrent.ThreadLocalRandom",
          "java.security.SecureRandom",
          "java.util.Date",
          "java.util.Calendar",
          "java.util.Timer");

  private static final Set<String> NEED_A_LOCALE =
      Set.of(
          "java.lang.String.toLowerCase",
          "java.lang.String.toUpperCase",
          "java.lang.String.format",
          "java.time.format.DateTimeFormatter.ofPattern");

  private Nondeterminism() {}

  static ArchCondition<JavaClass> dependOnInputsOnly() {
    return new ArchCondition<>("depend on their inputs only") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        for (var access : type.getCodeUnitAccessesFromSelf()) {
          if (SOURCE_OF_DIFFERENCE.test(access.getTarget())) {
            events.add(SimpleConditionEvent.violated(type, access.getDescription()));
          }
        }
      }
    };
  }

  private static final DescribedPredicate<CodeUnitAccessTarget> SOURCE_OF_DIFFERENCE =
      DescribedPredicate.describe("a source of difference", Nondeterminism::makesRunsDiffer);

  private static boolean makesRunsDiffer(CodeUnitAccessTarget target) {
    JavaClass owner = target.getOwner();
    String name = owner.getName() + "." + target.getName();
    boolean readsAClock =
        (owner.getPackageName().equals("java.time")
                || owner.getPackageName().equals("java.time.chrono"))
            && (target.getName().equals("now") || owner.getSimpleName().equals("Clock"));
    boolean takesTheDefaultLocale =
        NEED_A_LOCALE.contains(name)
            && target.getRawParameterTypes().stream()
                .noneMatch(parameter -> parameter.getName().equals("java.util.Locale"));
    return readsAClock
        || takesTheDefaultLocale
        || SOURCES.contains(name)
        || WHOLE_CLASSES.contains(owner.getName());
  }
}
