package dev.beckon.server.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static dev.beckon.server.architecture.Conditions.notAccess;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.lang.syntax.elements.GivenClassesConjunction;
import dev.beckon.core.canary.Differs;
import dev.beckon.core.canary.Monitors;
import dev.beckon.core.canary.NameHelper;
import dev.beckon.core.canary.NameManager;
import dev.beckon.core.canary.NameUtil;
import dev.beckon.core.canary.Parallel;
import dev.beckon.core.canary.Prints;
import dev.beckon.core.canary.StartsThreads;
import dev.beckon.core.canary.UsesALibrary;
import dev.beckon.core.egg.Egg;
import dev.beckon.core.hen.Hen;
import dev.beckon.core.unmarked.NobodySaidNull;
import java.util.List;

/// All rules that the bytecode of the rooms has to keep, each with its canaries.
final class HouseRules {

  private HouseRules() {}

  static List<HouseRule> all() {
    return List.of(
        arrows(),
        HouseRule.of(
            "the core stands on the JDK alone",
            classes()
                .that()
                .resideInAPackage("dev.beckon.core..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("dev.beckon.core..", "java..", "org.jspecify.."),
            UsesALibrary.class),
        HouseRule.of(
            "core and engine read no clock, no chance, no defaults",
            pureRooms().should(Nondeterminism.dependOnInputsOnly()),
            Differs.class.getDeclaredClasses()),
        HouseRule.of(
            "core and engine take no lock",
            pureRooms().should(Conditions.takeNoMonitor()),
            Monitors.class.getDeclaredClasses()),
        HouseRule.of(
            "core and engine stay on their thread",
            pureRooms().should(notAccess("parallel streams", HouseRules::isParallel)),
            Parallel.class.getDeclaredClasses()),
        virtualThreads(),
        HouseRule.of(
            "only commands print",
            classes()
                .that()
                .resideOutsideOfPackages(
                    "dev.beckon.server.cli..", "dev.beckon.bench..", "dev.beckon.simulator..")
                .should(notAccess("System.out or System.err", HouseRules::isPrinting)),
            Prints.class),
        cycles(),
        HouseRule.of(
            "every package is null-marked",
            classes().should(Conditions.liveInANullMarkedPackage()),
            NobodySaidNull.class),
        HouseRule.of(
            "names say what a class is",
            classes().should().haveNameNotMatching(".*(Utils?|Helpers?|Manager)"),
            NameUtil.class,
            NameHelper.class,
            NameManager.class));
  }

  private static HouseRule arrows() {
    return HouseRule.of(
        "rooms see only the rooms that they may see",
        classes().should(Rooms.seeOnlyAllowedRooms()),
        dev.beckon.core.canary.ForbiddenArrow.class,
        dev.beckon.engine.canary.ForbiddenArrow.class,
        dev.beckon.host.rocksdb.canary.ForbiddenArrow.class,
        dev.beckon.host.kafka.canary.ForbiddenArrow.class,
        dev.beckon.delivery.canary.ForbiddenArrow.class,
        dev.beckon.registry.canary.ForbiddenArrow.class,
        dev.beckon.lake.canary.ForbiddenArrow.class,
        dev.beckon.api.canary.ForbiddenArrow.class,
        dev.beckon.simulator.canary.ForbiddenArrow.class,
        dev.beckon.server.canary.ForbiddenArrow.class,
        dev.beckon.bench.canary.ForbiddenArrow.class,
        dev.beckon.attic.canary.NoSuchRoom.class);
  }

  private static HouseRule virtualThreads() {
    return HouseRule.of(
        "virtual threads serve the rooms that wait",
        classes()
            .that()
            .resideOutsideOfPackages(
                "dev.beckon.api..",
                "dev.beckon.delivery..",
                "dev.beckon.server..",
                "dev.beckon.host..",
                "dev.beckon.bench..")
            .should(notAccess("virtual threads", HouseRules::isVirtualThread)),
        StartsThreads.class.getDeclaredClasses());
  }

  private static HouseRule cycles() {
    return new HouseRule(
        "the packages of the core are free of cycles",
        slices().matching("dev.beckon.core.(*)..").should().beFreeOfCycles().allowEmptyShould(true),
        List.of(List.of(Egg.class, Hen.class)));
  }

  private static GivenClassesConjunction pureRooms() {
    return classes().that().resideInAnyPackage("dev.beckon.core..", "dev.beckon.engine..");
  }

  private static boolean isParallel(JavaAccess<?> access) {
    return access.getName().equals("parallelStream")
        || (access.getName().equals("parallel")
            && access.getTargetOwner().getPackageName().equals("java.util.stream"));
  }

  private static boolean isPrinting(JavaAccess<?> access) {
    return access.getTargetOwner().getName().equals("java.lang.System")
        && (access.getName().equals("out") || access.getName().equals("err"));
  }

  private static boolean isVirtualThread(JavaAccess<?> access) {
    return switch (access.getTargetOwner().getName() + "." + access.getName()) {
      case "java.lang.Thread.ofVirtual",
          "java.lang.Thread.startVirtualThread",
          "java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor" ->
          true;
      default -> false;
    };
  }
}
