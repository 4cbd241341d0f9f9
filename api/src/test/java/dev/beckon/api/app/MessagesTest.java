package dev.beckon.api.app;

import static dev.beckon.api.testing.Authored.welcome;
import static dev.beckon.api.testing.Fields.fields;
import static dev.beckon.api.testing.Fields.items;
import static dev.beckon.api.testing.Fields.json;
import static dev.beckon.api.testing.Fields.listOf;
import static dev.beckon.api.testing.Fields.text;
import static dev.beckon.api.testing.Stage.ANN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.beckon.core.delivery.DeliveryId;
import dev.beckon.core.delivery.Metric;
import dev.beckon.core.value.Value;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class MessagesTest extends AppTest {
  @Test
  void messagesTellWhatBecameOfThem() {
    int campaign = twoMessages();
    DeliveryId first = stage.deliveries().getFirst().id();
    String token = stage.links().tokens().of(first);
    Value.Fields message = fields(stage.appJson("/v1/messages/" + token), "message");
    assertThat(message)
        .isEqualTo(
            json(
                """
                {'id':'%1$s','deduplicate_id':'%1$s:%2$d','customer_id':'42',
                 'customer_identifiers':{'id':'42','email':'ada@example.com','cio_id':'%3$s'},
                 'recipient':'ada@example.com','subject':'Hi Ada','type':'email',
                 'failure_message':null,'forgotten':false,'campaign_id':%4$d,'action_id':%5$d,
                 'parent_action_id':null,'newsletter_id':null,'content_id':null,
                 'broadcast_id':null,'message_template_id':null,'trigger_event_id':null,
                 'created':%6$d,
                 'metrics':{'created':%6$d,'sent':%7$d,'opened':%8$d,'prefetch_opened':%8$d,
                   'human_opened':%2$d},
                 'tracked_responses':[]}
                """
                    .formatted(
                        token,
                        START_S + 180,
                        stage.cioIdOf("42"),
                        campaign,
                        ActionId.of(campaign, "hello"),
                        START_S,
                        START_S + 60,
                        START_S + 120)));
    assertThat(stage.appJson("/v1/customers/42/messages"))
        .isEqualTo(json("{'messages':[],'next':''}").with("messages", listOf(message)));
    Value.Fields bounced =
        (Value.Fields) items(stage.appJson("/v1/messages"), "messages").getFirst();
    assertThat(text(bounced, "failure_message")).isEqualTo("550 no such user");
    assertThat(fields(bounced, "metrics").get("bounced")).isNotNull();
  }

  @Test
  void messagesAreFoundByWhatIsAsked() {
    int campaign = twoMessages();
    String token = stage.links().tokens().of(stage.deliveries().getFirst().id());
    assertThat(recipients("limit=1")).containsExactly("bob@example.com", "ada@example.com");
    assertThat(recipients("metric=opened")).containsExactly("ada@example.com");
    assertThat(recipients("end_ts=" + START_S)).containsExactly("ada@example.com");
    assertThat(recipients("start_ts=" + (START_S + 1))).containsExactly("bob@example.com");
    assertThat(recipients("type=push")).isEmpty();
    assertThat(recipients("campaign_id=" + campaign)).hasSize(2);
    assertThat(recipients("campaign_id=0")).isEmpty();
    assertThat(recipients("action_id=" + ActionId.of(campaign, "hello"))).hasSize(2);
    assertThat(recipients("action_id=1")).isEmpty();
    assertThat(recipients("newsletter_id=1")).isEmpty();
    assertThat(recipients("drafts=true")).isEmpty();
    assertThat(recipients("drafts=false")).hasSize(2);
    assertError("/v1/messages?metric=eaten", 400);
    assertError("/v1/messages?start=nonsense", 400);
    assertError("/v1/messages/" + token.replace(token.charAt(9), '_'), 404);
  }

  /// The first has been sent and opened, by a machine and by its reader; the second has bounced.
  ///
  /// @return the campaign
  private int twoMessages() {
    int campaign = welcome(stage, "");
    stage.identify("42", "{'email':'ada@example.com'}");
    stage.identify("43", "{'email':'bob@example.com'}");
    stage.event("42", "signed_up");
    stage.passes(Duration.ofMinutes(1));
    stage.event("43", "signed_up");
    assertThat(stage.deliveries()).hasSize(2);
    DeliveryId first = stage.deliveries().getFirst().id();
    DeliveryId second = stage.deliveries().getLast().id();
    stage.report(first, Metric.SENT, "{'subject':'Hi Ada'}");
    stage.passes(Duration.ofMinutes(1));
    stage.report(first, Metric.OPENED, "{'machine':true,'prefetched':true}");
    stage.passes(Duration.ofMinutes(1));
    stage.report(first, Metric.OPENED, "{}");
    stage.report(second, Metric.BOUNCED, "{'reason':'550 no such user'}");
    return campaign;
  }

  private List<String> recipients(String query) {
    List<String> all = new ArrayList<>();
    String next = "";
    do {
      Value.Fields page = stage.appJson("/v1/messages?" + query + "&start=" + next);
      items(page, "messages").forEach(item -> all.add(text((Value.Fields) item, "recipient")));
      next = text(page, "next");
    } while (!next.isEmpty());
    return all;
  }

  @Test
  void messagesOfOtherWorkspacesAreNotThere() {
    welcome(stage, "");
    stage.identify("42", "{'email':'ada@example.com'}");
    stage.event("42", "signed_up");
    String token = stage.links().tokens().of(stage.deliveries().getFirst().id());
    int other = stage.registry().workspaces().create("Other", "UTC", ANN).id();
    String key =
        "Authorization: Bearer " + stage.registry().keys().createStarter(other, ANN).appApiKey();
    assertThat(stage.wire().get("/v1/messages/" + token, key).status()).isEqualTo(404);
    assertThat(stage.wire().get("/v1/customers/42/attributes", key).status()).isEqualTo(404);
    assertThat(stage.app("/v1/messages/" + token).status()).isEqualTo(200);
  }
}
