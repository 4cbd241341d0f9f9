package dev.beckon.api.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.beckon.api.http.Wire;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RefusalsTest extends AppTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/customers?email=a",
        "/v1/customers/42/attributes",
        "/v1/customers/42/segments",
        "/v1/customers/42/messages",
        "/v1/customers/42/activities",
        "/v1/segments",
        "/v1/segments/1",
        "/v1/segments/1/customer_count",
        "/v1/segments/1/membership",
        "/v1/segments/1/used_by",
        "/v1/activities",
        "/v1/messages",
        "/v1/messages/x",
        "/v1/campaigns",
        "/v1/campaigns/1",
        "/v1/campaigns/1/messages"
      })
  void nothingIsSaidWithoutAKey(String target) {
    for (String header :
        List.of(
            "X-None: 1",
            "Authorization: Bearer",
            "Authorization: Bearer wrong",
            "Authorization: Bearer " + stage.keys().apiKey(),
            "Authorization: Bearer " + stage.keys().writeKey(),
            "Authorization: Basic " + stage.keys().appApiKey())) {
      Wire.Reply reply = stage.wire().get(target, header);
      assertThat(reply.status()).as(header).isEqualTo(401);
      assertThat(reply.header("content-type")).isEqualTo("application/json");
      assertThat(reply.body())
          .startsWith("{\"errors\":[{\"detail\":\"Expected ")
          .contains("\"401\"");
    }
  }

  @Test
  void whatIsNotThereIsSaidInTheProtocolsWords() {
    assertError("/v1/broadcasts", 404);
    Wire.Reply reply = stage.wire().send("DELETE", "/v1/segments/1", "");
    assertThat(reply.status()).isEqualTo(405);
    assertThat(reply.header("allow")).isEqualTo("GET");
    assertThat(reply.body()).startsWith("{\"errors\":[");
  }
}
