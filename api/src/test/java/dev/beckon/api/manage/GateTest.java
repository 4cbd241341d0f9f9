package dev.beckon.api.manage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.beckon.api.Console;
import dev.beckon.api.World;
import dev.beckon.api.http.Method;
import dev.beckon.api.http.Route;
import dev.beckon.api.http.Wire;
import dev.beckon.registry.By;
import dev.beckon.registry.member.Role;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Walks every route of the management API as somebody who may not use it.
final class GateTest {
  private static final String PASSWORD = "staple battery horse";

  private static World world;
  private static Console owner;
  private static Console viewer;
  private static Console editor;

  @BeforeAll
  static void setUp() {
    world = new World();
    owner = new Console(world);
    owner.setUp();
    viewer = member("viewer@acme.test", Role.VIEWER);
    editor = member("editor@acme.test", Role.EDITOR);
  }

  private static Console member(String email, Role role) {
    world.registry().members().create(role.word(), email, PASSWORD, role, By.BOOTSTRAP);
    Console console = new Console(world);
    assertThat(console.login(email, PASSWORD).status()).isEqualTo(200);
    return console;
  }

  @AfterAll
  static void tearDown() {
    world.close();
  }

  private static List<Route> routes() {
    List<Route> routes =
        world.server().routes().stream()
            .filter(route -> route.path().startsWith("/manage/v1"))
            .toList();
    assertThat(routes).hasSizeGreaterThan(60);
    return routes;
  }

  private static String path(Route route) {
    return route
        .path()
        .substring("/manage/v1".length())
        .replace("{workspace}", "1")
        .replace("{cio_id}", "0001000000000001")
        .replace("{key}", "welcome")
        .replace("{id}", "999999");
  }

  private static boolean needs(Route route, Access access) {
    return route.about().needs().equals(access.word());
  }

  @Test
  void everyRouteSaysWhoMayUseIt() {
    for (Route route : routes()) {
      assertThat(List.of(Access.values()))
          .as(route.path())
          .anyMatch(access -> needs(route, access));
    }
  }

  @Test
  void withoutASessionNothingOpensButWhatIsOpen() {
    Console nobody = new Console(world);
    for (Route route : routes()) {
      int status = nobody.send(route.method().name(), path(route), "{}").status();
      if (needs(route, Access.OPEN)) {
        assertThat(status).as(route.path()).isNotEqualTo(401);
      } else {
        assertThat(status).as(route.method() + " " + route.path()).isEqualTo(401);
      }
    }
  }

  @Test
  void viewersChangeNothing() {
    for (Route route : routes()) {
      if (needs(route, Access.EDITOR) || needs(route, Access.OWNER)) {
        Wire.Reply reply = viewer.send(route.method().name(), path(route), "{}");
        assertThat(reply.status()).as(route.method() + " " + route.path()).isEqualTo(403);
        assertThat(Console.text(Console.fields(reply), "type")).isEqualTo("forbidden");
      }
    }
  }

  @Test
  void editorsLeaveMembersKeysAndSettingsAlone() {
    for (Route route : routes()) {
      if (needs(route, Access.OWNER)) {
        assertThat(editor.send(route.method().name(), path(route), "{}").status())
            .as(route.method() + " " + route.path())
            .isEqualTo(403);
      }
    }
  }

  @Test
  void changesWithoutTheTokenAreRefused() {
    Console forgetful = new Console(world);
    assertThat(forgetful.login("ada@acme.test", "correct horse battery").status()).isEqualTo(200);
    forgetful.forgetToken();
    for (Route route : routes()) {
      if (!route.method().isSafe() && !needs(route, Access.OPEN)) {
        Wire.Reply reply = forgetful.send(route.method().name(), path(route), "{}");
        assertThat(reply.status()).as(route.method() + " " + route.path()).isEqualTo(403);
        assertThat(Console.text(Console.fields(reply), "type")).isEqualTo("csrf");
      }
    }
  }

  @Test
  void whatChangesSomethingIsForEditorsAtLeast() {
    List<String> harmless =
        List.of(
            "POST /manage/v1/setup",
            "POST /manage/v1/session",
            "DELETE /manage/v1/session",
            "PUT /manage/v1/session/password",
            "POST /manage/v1/workspaces/{workspace}/people/search",
            "POST /manage/v1/workspaces/{workspace}/segments/preview",
            "POST /manage/v1/workspaces/{workspace}/messages/preview");
    for (Route route : routes()) {
      boolean open = !needs(route, Access.EDITOR) && !needs(route, Access.OWNER);
      if (route.method() != Method.GET && open) {
        assertThat(harmless).contains(route.method() + " " + route.path());
      }
    }
  }

  @Test
  void workspacesThatAreNotThereAreNotFound() {
    assertThat(owner.send("GET", "/workspaces/99/home", "").status()).isEqualTo(404);
    assertThat(owner.send("GET", "/workspaces/x/home", "").status()).isEqualTo(404);
  }

  @Test
  void anAppKeyOpensItsOwnWorkspaceOnly() {
    var other = world.registry().workspaces().create("Other", "UTC", By.BOOTSTRAP);
    var keys = world.registry().keys().createStarter(1, By.BOOTSTRAP);
    String key = "Authorization: Bearer " + keys.appApiKey();
    Wire wire = world.wire();
    assertThat(wire.get("/manage/v1/workspaces/1/definitions", key).status()).isEqualTo(200);
    assertThat(wire.get("/manage/v1/workspaces/" + other.id() + "/definitions", key).status())
        .isEqualTo(404);
    assertThat(
            wire.send(
                    "POST",
                    "/manage/v1/workspaces/1/keys",
                    "{\"name\":\"x\",\"kind\":\"app\"}",
                    key)
                .status())
        .isEqualTo(403);
    String wrong = "Authorization: Bearer nonsense";
    assertThat(wire.get("/manage/v1/workspaces/1/definitions", wrong).status()).isEqualTo(401);
  }
}
