package dev.beckon.api.app;

import static dev.beckon.api.testing.Authored.trial;
import static dev.beckon.api.testing.Authored.welcome;
import static dev.beckon.api.testing.Fields.fields;
import static dev.beckon.api.testing.Fields.items;
import static dev.beckon.api.testing.Fields.json;
import static dev.beckon.api.testing.Fields.listOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.beckon.core.value.Value;
import org.junit.jupiter.api.Test;

final class CampaignsTest extends AppTest {
  @Test
  void campaignsNameTheirSegmentsAndMessages() {
    int segment = trial(stage);
    int campaign = welcome(stage, "'filter':{'in_segment':'Trial'},");
    Value.Fields shown = fields(stage.appJson("/v1/campaigns/" + campaign), "campaign");
    assertThat(shown)
        .isEqualTo(
            json(
                """
                {'id':%1$d,'deduplicate_id':'%1$d:%2$d','name':'Welcome','description':'',
                 'type':'event','trigger_segment_ids':[],'filter_segment_ids':[%3$d],
                 'event_name':'signed_up','state':'running','active':true,
                 'created':%2$d,'updated':%2$d,'first_started':%2$d,
                 'actions':[{'id':%4$d,'type':'email'},{'id':%5$d,'type':'email'}],'tags':[]}
                """
                    .formatted(
                        campaign,
                        START_S,
                        segment,
                        ActionId.of(campaign, "hello"),
                        ActionId.of(campaign, "again"))));
    assertThat(stage.appJson("/v1/campaigns").get("campaigns")).isEqualTo(listOf(shown));
    assertThat(items(stage.appJson("/v1/campaigns/" + campaign + "/messages"), "messages"))
        .isEmpty();
    assertThat(stage.appJson("/v1/segments/" + segment + "/used_by"))
        .isEqualTo(
            json(
                "{'segment_id':%d,'used_by':{'campaigns':[%d],'sent_newsletters':[],'draft_newsletters':[]}}"
                    .formatted(segment, campaign)));
    assertError("/v1/campaigns/99", 404);
  }
}
