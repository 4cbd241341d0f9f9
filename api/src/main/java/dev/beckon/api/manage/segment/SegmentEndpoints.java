package dev.beckon.api.manage.segment;

import static dev.beckon.api.manage.Endpoints.WORKSPACE;

import dev.beckon.api.http.About;
import dev.beckon.api.http.Method;
import dev.beckon.api.json.Document;
import dev.beckon.api.manage.Access;
import dev.beckon.api.manage.Call;
import dev.beckon.api.manage.Conditions;
import dev.beckon.api.manage.Deadline;
import dev.beckon.api.manage.Definitions;
import dev.beckon.api.manage.Endpoints;
import dev.beckon.api.manage.people.PersonRowJson;
import dev.beckon.api.manage.people.PersonViews;
import dev.beckon.core.person.Person;
import dev.beckon.core.segment.Condition;
import dev.beckon.core.value.Value;
import dev.beckon.engine.query.Members;
import dev.beckon.engine.query.Page;
import dev.beckon.engine.query.People;
import dev.beckon.engine.query.Preview;
import dev.beckon.engine.query.Sweeps;
import dev.beckon.registry.Registry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Segments: authoring them, previewing a condition, and who is in them.
public final class SegmentEndpoints {
  private static final String TAG = "Segments";
  private static final Duration PREVIEW_TIME = Duration.ofSeconds(2);
  private static final int SAMPLE = 10;
  private static final String EXAMPLE =
      """
      {"definition": {"name": "Inactive trial users", "when": {"all": [
        {"attribute": "plan_type", "is": "trial"}, {"not_performed": "app_login", "within": "7d"}]}}}""";

  private final Registry registry;
  private final Members members;
  private final Preview preview;
  private final People people;
  private final PersonViews persons;
  private final SegmentViews views;
  private final Conditions conditions;
  private final InstantSource clock;

  public SegmentEndpoints(
      Registry registry,
      Questions questions,
      PersonViews persons,
      Conditions conditions,
      InstantSource clock) {
    this.registry = registry;
    this.members = questions.members();
    this.preview = questions.preview();
    this.people = questions.people();
    this.persons = persons;
    this.views = new SegmentViews(registry, members, questions.sweeps(), clock);
    this.conditions = conditions;
    this.clock = clock;
  }

  /// What is asked of the engine.
  public record Questions(Members members, Preview preview, People people, Sweeps sweeps) {}

  public record SegmentsJson(List<SegmentJson.SegmentRowJson> items) {}

  public record NewSegmentJson(@Document("segment") Value definition) {}

  /// @param version the one that the change was made from
  public record SegmentChangeJson(int version, @Document("segment") Value definition) {}

  public record SegmentPreviewRequestJson(@Document("condition") Value when) {}

  /// @param count of those looked at; an estimate for all where `complete` is false
  /// @param total how many were looked at
  public record SegmentPreviewJson(
      long count, long total, boolean complete, int tookMs, List<PersonRowJson> sample) {}

  public record SegmentMembersJson(List<PersonRowJson> items, @Nullable String next) {}

  public void on(Endpoints endpoints) {
    authoring(endpoints);
    counting(endpoints);
  }

  private void authoring(Endpoints endpoints) {
    String segment = WORKSPACE + "/segments/{id}";
    endpoints
        .get(
            WORKSPACE + "/segments",
            Access.VIEWER,
            About.of(TAG, "All segments", "By name, with their present counts.")
                .example("{\"items\": []}"),
            SegmentsJson.class,
            call ->
                new SegmentsJson(
                    registry.segments().list(call.workspace()).stream().map(views::row).toList()))
        .tell(
            Method.POST,
            WORKSPACE + "/segments",
            Access.EDITOR,
            About.of(TAG, "Make a segment", "It is built over everybody at once.")
                .gives(201, SegmentJson.class)
                .example(EXAMPLE),
            NewSegmentJson.class,
            SegmentJson.class,
            this::create)
        .get(
            segment,
            Access.VIEWER,
            About.of(TAG, "One segment", "With its definition, uses and last 30 days.")
                .example("{}"),
            SegmentJson.class,
            call -> views.full(registry.segments().get(call.workspace(), call.id("id"))))
        .tell(
            Method.PUT,
            segment,
            Access.EDITOR,
            About.of(
                    TAG,
                    "Change a segment",
                    "A new condition rebuilds it; a new name is written into what refers to it.")
                .example("{\"version\": 1, " + EXAMPLE.substring(1)),
            SegmentChangeJson.class,
            SegmentJson.class,
            this::change)
        .act(
            Method.DELETE,
            segment,
            Access.EDITOR,
            About.of(TAG, "Delete a segment", "Only when nothing refers to it.").example("{}"),
            call -> registry.segments().delete(call.workspace(), call.id("id"), call.by()));
  }

  private void counting(Endpoints endpoints) {
    String segment = WORKSPACE + "/segments/{id}";
    endpoints
        .tell(
            Method.POST,
            WORKSPACE + "/segments/preview",
            Access.VIEWER,
            About.of(TAG, "Preview a condition", "Counts now; after 2 s it gives an estimate.")
                .example("{\"when\": {\"attribute\": \"plan_type\", \"is\": \"trial\"}}"),
            SegmentPreviewRequestJson.class,
            SegmentPreviewJson.class,
            this::preview)
        .get(
            segment + "/members",
            Access.VIEWER,
            About.of(TAG, "Who is in a segment", "In no particular order.")
                .asks("q", "only members whose id, e-mail or name starts with it")
                .asks("cursor", "`next` of the page before")
                .asks("limit", "1 to 200, 50 if absent")
                .example("{\"items\": [], \"next\": null}"),
            SegmentMembersJson.class,
            this::members);
  }

  private SegmentJson create(Call call, NewSegmentJson body) {
    Value.Fields definition = (Value.Fields) body.definition();
    return views.full(
        Definitions.within(
            () -> registry.segments().create(call.workspace(), definition, call.by())));
  }

  private SegmentJson change(Call call, SegmentChangeJson body) {
    Value.Fields definition = (Value.Fields) body.definition();
    return views.full(
        Definitions.within(
            () ->
                registry
                    .segments()
                    .update(
                        call.workspace(), call.id("id"), body.version(), definition, call.by())));
  }

  private SegmentPreviewJson preview(Call call, SegmentPreviewRequestJson body) {
    Condition condition = conditions.read(call.workspace(), body.when());
    long start = System.nanoTime();
    Preview.Result result =
        preview.count(
            call.workspace(), condition, clock.millis(), SAMPLE, Deadline.in(PREVIEW_TIME));
    int tookMs = (int) ((System.nanoTime() - start) / 1_000_000);
    long all = result.complete() ? result.scanned() : people.count(call.workspace());
    long estimate =
        result.scanned() == 0 ? 0 : Math.round((double) result.matched() * all / result.scanned());
    return new SegmentPreviewJson(
        result.complete() ? result.matched() : estimate,
        result.scanned(),
        result.complete(),
        tookMs,
        result.sample().stream().map(persons::row).toList());
  }

  private SegmentMembersJson members(Call call) {
    int segment = call.id("id");
    registry.segments().get(call.workspace(), segment);
    if (!call.words().isEmpty()) {
      return found(call, segment);
    }
    Page<Person> page = members.page(call.workspace(), segment, call.cursor(), call.limit());
    return new SegmentMembersJson(page.items().stream().map(persons::row).toList(), page.next());
  }

  private SegmentMembersJson found(Call call, int segment) {
    String words = call.words().toLowerCase(Locale.ROOT);
    Stream<Person> found =
        people
            .search(call.workspace(), words, Call.LIMIT_MAX, Deadline.in(PREVIEW_TIME))
            .items()
            .stream()
            .filter(person -> person.standing().isMember(segment));
    return new SegmentMembersJson(found.limit(call.limit()).map(persons::row).toList(), null);
  }
}
