package dev.beckon.api;

import static dev.beckon.api.Console.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.beckon.core.value.Value;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Callers who ask are told what a call did, and what it did not; all others are not.
final class ExplanationsTest {
  private static final String ASKING = "Beckon-Explain: 1";
  private static final String ANN = "/api/v1/customers/ann";
  private static final String BOB = "/api/v1/customers/bob";

  private World world;
  private String auth;

  @BeforeEach
  void setUp() {
    world = new World();
    Value.Fields session = new Console(world).setUp();
    auth = World.basic(text(session, "keys/site_id"), text(session, "keys/api_key"));
  }

  @AfterEach
  void tearDown() {
    world.close();
  }

  private String call(String method, String path, String body, String... headers) {
    String[] all = new String[headers.length + 1];
    all[0] = auth;
    System.arraycopy(headers, 0, all, 1, headers.length);
    return world.wire().send(method, path, body, all).body();
  }

  @Test
  void nobodyIsToldUnasked() {
    assertThat(call("PUT", ANN, "{\"plan\":\"pro\"}")).isEqualTo("{}");
  }

  @Test
  void whatWasAppliedAndWhatWasNot() {
    call("PUT", BOB, "{\"email\":\"shared@example.com\"}");
    call("PUT", ANN, "{\"plan\":\"pro\"}");
    String told = call("PUT", ANN, "{\"plan\":\"basic\",\"email\":\"shared@example.com\"}", ASKING);
    assertThat(told)
        .contains("\"applied\":[{\"type\":\"attribute_change\",\"name\":\"plan\"")
        .contains("\"not_applied\":[{\"type\":\"failed_attribute_change\",\"name\":\"email\"")
        .contains("already associated with a different profile");
  }

  @Test
  void whatWasSuppressed() {
    call("PUT", ANN, "{\"plan\":\"pro\"}");
    assertThat(call("POST", ANN + "/suppress", "", ASKING)).contains("profile_delete");
    assertThat(call("PUT", ANN, "{\"plan\":\"pro\"}", ASKING))
        .isEqualTo(
            "{\"applied\":[],\"not_applied\":[{\"reason\":\"The identifier is suppressed.\"}]}");
    call("POST", ANN + "/unsuppress", "");
    assertThat(call("PUT", ANN, "{\"plan\":\"pro\"}", ASKING)).contains("profile_create");
  }

  @Test
  void whatAMergeWouldDo() {
    call("PUT", ANN, "{\"plan\":\"pro\"}");
    call("PUT", BOB, "{\"email\":\"bob@example.com\",\"plan\":\"basic\",\"city\":\"Oslo\"}");
    String merge = "{\"primary\":{\"id\":\"ann\"},\"secondary\":{\"id\":\"bob\"}}";
    String path = "/api/v1/merge_customers";
    String preview = call("POST", path, merge, "Beckon-Explain: preview");
    assertThat(preview)
        .contains("\"identifiers_taken\":{\"email\":\"bob@example.com\"}")
        .contains("\"identifiers_freed\":{\"id\":\"bob\"}")
        .contains("\"attributes_filled\":[\"city\"]")
        .contains("\"attributes_kept\":[\"plan\"]");
    assertThat(call("POST", path, merge, ASKING)).isEqualTo(preview);
    assertThat(call("POST", path, merge, ASKING)).contains("There is no secondary person");
    assertThat(call("POST", path, merge)).isEqualTo("{}");
    assertThat(call("PUT", "/api/v1/customers/bob%40example.com", "{\"age\":40}", ASKING))
        .contains("\"name\":\"age\"");
  }
}
