package dev.beckon.server.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.beckon.server.config.Config;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// A setting that nothing reads is a promise that nobody keeps.
final class SettingsAreReadTest {

  /// A configuration with such a promise.
  record Canary(int kept, int broken) {}

  /// Keeps the other half.
  static final class Reader {
    int read(Canary canary) {
      return canary.kept();
    }
  }

  @Test
  void everySettingIsRead() {
    JavaClasses server =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.beckon.server");
    List<String> unread =
        Stream.concat(Stream.of(Config.class), Stream.of(Config.class.getDeclaredClasses()))
            .filter(Class::isRecord)
            .flatMap(type -> unread(server.get(type)))
            .toList();
    assertThat(unread).isEmpty();
  }

  @Test
  void aBrokenPromiseIsCaught() {
    JavaClasses own = new ClassFileImporter().importClasses(Canary.class, Reader.class);
    assertThat(unread(own.get(Canary.class))).containsExactly("Canary.broken");
  }

  /// The parts of a record that nobody asks for.
  private static Stream<String> unread(JavaClass type) {
    return Stream.of(type.reflect().getRecordComponents())
        .map(component -> type.getMethod(component.getName()))
        .filter(accessor -> !isCalled(type, accessor))
        .map(accessor -> type.getSimpleName() + "." + accessor.getName());
  }

  private static boolean isCalled(JavaClass type, JavaMethod accessor) {
    return accessor.getCallsOfSelf().stream().anyMatch(call -> !call.getOriginOwner().equals(type))
        || accessor.getAccessesToSelf().stream()
            .anyMatch(access -> !access.getOriginOwner().equals(type));
  }
}
