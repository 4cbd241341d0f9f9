package dev.beckon.server.architecture;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeElement;
import java.lang.classfile.instruction.MonitorInstruction;
import java.util.function.Predicate;
import org.jspecify.annotations.NullMarked;

/// Conditions that ArchUnit has no word for.
final class Conditions {

  private Conditions() {}

  /// No synchronized method, and no synchronized block: the latter shows in the bytecode only.
  static ArchCondition<JavaClass> takeNoMonitor() {
    return new ArchCondition<>("take no monitor") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        boolean method =
            type.getMethods().stream()
                .anyMatch(m -> m.getModifiers().contains(JavaModifier.SYNCHRONIZED));
        if (method || hasMonitorInstruction(type)) {
          events.add(SimpleConditionEvent.violated(type, type.getName() + " is synchronized"));
        }
      }
    };
  }

  private static boolean hasMonitorInstruction(JavaClass type) {
    try (var in = type.getSource().orElseThrow().getUri().toURL().openStream()) {
      return ClassFile.of().parse(in.readAllBytes()).methods().stream()
          .flatMap(method -> method.code().stream())
          .anyMatch(
              code -> {
                for (CodeElement element : code) {
                  if (element instanceof MonitorInstruction) {
                    return true;
                  }
                }
                return false;
              });
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  static ArchCondition<JavaClass> notAccess(String what, Predicate<JavaAccess<?>> forbidden) {
    return new ArchCondition<>("not access " + what) {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        type.getAccessesFromSelf().stream()
            .filter(forbidden)
            .forEach(
                access -> events.add(SimpleConditionEvent.violated(type, access.getDescription())));
      }
    };
  }

  static ArchCondition<JavaClass> liveInANullMarkedPackage() {
    return new ArchCondition<>("live in a @NullMarked package") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        if (!type.getPackage().isAnnotatedWith(NullMarked.class)) {
          events.add(
              SimpleConditionEvent.violated(
                  type,
                  "Expected a package-info.java with @NullMarked beside %s, but there is none"
                      .formatted(type.getName())));
        }
      }
    };
  }
}
