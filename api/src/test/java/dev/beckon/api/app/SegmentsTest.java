package dev.beckon.api.app;

import static dev.beckon.api.testing.Authored.trial;
import static dev.beckon.api.testing.Fields.fields;
import static dev.beckon.api.testing.Fields.items;
import static dev.beckon.api.testing.Fields.json;
import static dev.beckon.api.testing.Fields.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.beckon.core.value.Value;
import dev.beckon.engine.query.Sweeps;
import dev.beckon.registry.document.Document;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SegmentsTest extends AppTest {
  @Test
  void segmentsSayHowFarTheyAreBuiltAndWhoIsIn() {
    for (int i = 1; i <= 5; i++) {
      stage.identify("p" + i, "{'plan':'" + (i == 5 ? "paid" : "trial") + "'}");
    }
    stage.track("PUT", "/api/v1/customers/eve@example.com", "{'plan':'trial'}");
    int id = trial(stage);
    Value.Fields segment = fields(stage.appJson("/v1/segments/" + id), "segment");
    assertThat(segment)
        .isEqualTo(
            json(
                """
                {'id':%1$d,'deduplicate_id':'%1$d:%2$d','name':'Trial','description':'On trial.',
                 'state':'finished','progress':null,'type':'dynamic','tags':null,
                 'created_at':%2$d,'updated_at':%2$d}
                """
                    .formatted(id, START_S)));
    assertThat(stage.appJson("/v1/segments").get("segments"))
        .isEqualTo(new Value.Items(List.of(segment)));
    assertThat(stage.appJson("/v1/segments/" + id + "/customer_count"))
        .isEqualTo(json("{'segment_id':" + id + ",'count':5}"));
    assertThat(members(id, 2)).containsExactlyInAnyOrder("p1", "p2", "p3", "p4", "null");
    assertThat(stage.appJson("/v1/customers/p1/segments").get("segments"))
        .isEqualTo(new Value.Items(List.of(segment)));
    assertThat(stage.appJson("/v1/customers/p5/segments")).isEqualTo(json("{'segments':[]}"));
    assertThat(stage.appJson("/v1/segments/" + id + "/used_by"))
        .isEqualTo(
            json(
                "{'segment_id':%d,'used_by':{'campaigns':[],'sent_newsletters':[],'draft_newsletters':[]}}"
                    .formatted(id)));
    assertError("/v1/segments/99", 404);
    assertError("/v1/segments/Trial/customer_count", 404);
    assertError("/v1/segments/" + id + "/membership?start=nonsense", 400);
    assertError("/v1/segments/" + id + "/membership?limit=0", 400);
    assertError("/v1/segments/" + id + "/membership?limit=many", 400);
    assertThat(stage.app("/v1/segments/" + id + "/membership?limit=100000").status())
        .isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "2, 1, 0, true, BUILD_QUEUED, 0",
    "2, 2, 0, false, BUILD, 0",
    "2, 2, 59, false, BUILD, 59",
    "2, 2, 100, false, BUILD, 100",
    "2, 2, 100, true, FINISHED, -1",
    "0, 0, 0, true, FINISHED, -1",
  })
  void aSegmentIsFinishedWhenEverybodyHasBeenLookedAt(
      long published, long inForce, long scanned, boolean complete, String state, int progress) {
    Document document = stage.registry().segments().get(stage.workspace(), trial(stage));
    AppSegment segment =
        AppSegment.of(document, published, new Sweeps.Progress(inForce, scanned, 100, complete));
    assertThat(segment.state().name()).isEqualTo(state);
    assertThat(segment.progress()).isEqualTo(progress < 0 ? null : (Integer) progress);
  }

  private List<String> members(int segment, int limit) {
    List<String> ids = new ArrayList<>();
    String next = "";
    do {
      Value.Fields page =
          stage.appJson(
              "/v1/segments/" + segment + "/membership?limit=" + limit + "&start=" + next);
      for (Value member : items(page, "identifiers")) {
        Value id = ((Value.Fields) member).get("id");
        ids.add(id instanceof Value.Text(String name) ? name : "null");
      }
      next = text(page, "next");
    } while (!next.isEmpty());
    return ids;
  }
}
