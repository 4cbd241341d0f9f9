package dev.beckon.api.app;

import static dev.beckon.api.testing.Authored.welcome;
import static dev.beckon.api.testing.Fields.items;
import static dev.beckon.api.testing.Fields.json;
import static dev.beckon.api.testing.Fields.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.beckon.core.delivery.Metric;
import dev.beckon.core.value.Value;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ActivitiesTest extends AppTest {
  @Test
  void activitiesAreListedNewestFirst() {
    welcome(stage, "");
    stage.identify("42", "{'email':'ada@example.com'}");
    stage.passes(Duration.ofMinutes(1));
    stage.track(
        "POST",
        "/api/v1/customers/42/events",
        "{'name':'https://example.com/a','type':'page','data':{'w':3}}");
    stage.event("42", "signed_up");
    stage.report(stage.deliveries().getFirst().id(), Metric.SENT, "{}");
    stage.track("POST", "/api/v1/events", "{'name':'seen','anonymous_id':'x'}");
    String cioId = stage.cioIdOf("42");
    Value.Fields names =
        json("{'id':'42','email':'ada@example.com','cio_id':'%s'}".formatted(cioId));

    Value.Fields page = activity("/v1/customers/42/activities?type=page");
    assertThat(page.with("id", Value.nothing()))
        .isEqualTo(
            json("""
                    {'id':null,'type':'page','name':'https://example.com/a',
                     'url':'https://example.com/a','timestamp':%d,'customer_id':'42',
                     'customer_identifiers':null,'delivery_id':null,'delivery_type':null,
                     'data':{'w':3}}
                    """
                    .formatted(START_S + 60))
                .with("customer_identifiers", names));
    Value.Fields sent =
        activity("/v1/customers/ada@example.com/activities?id_type=email&type=sent_email");
    assertThat(text(sent, "delivery_id"))
        .isEqualTo(stage.links().tokens().of(stage.deliveries().getFirst().id()));
    assertThat(text(sent, "delivery_type")).isEqualTo("email");
    assertThat(activity("/v1/activities?name=signed_up").get("customer_identifiers"))
        .isEqualTo(names);
    Value.Fields anonymous = activity("/v1/activities?name=seen");
    assertThat(anonymous.get("customer_identifiers")).isEqualTo(Value.nothing());
    assertThat(text(anonymous, "customer_id")).isEmpty();

    List<String> whole = types("/v1/activities?limit=100");
    assertThat(whole).contains("profile_create", "page", "event", "sent_email");
    assertThat(types("/v1/activities?limit=1")).isEqualTo(whole);
    assertThat(types("/v1/activities?customer_id=42"))
        .isEqualTo(types("/v1/customers/42/activities?limit=2"));
    assertThat(types("/v1/activities?customer_id=nobody")).isEmpty();
    assertError("/v1/activities?start=nonsense", 400);
    assertError("/v1/customers/nobody/activities", 404);
  }

  private Value.Fields activity(String target) {
    List<Value> found = items(stage.appJson(target), "activities");
    assertThat(found).hasSize(1);
    return (Value.Fields) found.getFirst();
  }

  private List<String> types(String target) {
    List<String> types = new ArrayList<>();
    String next = "";
    do {
      Value.Fields page =
          stage.appJson(target + (target.contains("?") ? "&" : "?") + "start=" + next);
      items(page, "activities").forEach(item -> types.add(text((Value.Fields) item, "type")));
      next = text(page, "next");
    } while (!next.isEmpty());
    return types;
  }
}
