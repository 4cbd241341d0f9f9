package dev.beckon.engine.query;

import static dev.beckon.engine.testing.Docs.document;
import static dev.beckon.engine.testing.Docs.fields;
import static dev.beckon.engine.testing.Docs.followUp;
import static dev.beckon.engine.testing.Docs.items;
import static dev.beckon.engine.testing.World.WORKSPACE;
import static java.time.Duration.ofDays;
import static java.time.Duration.ofMillis;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.beckon.core.delivery.Metric;
import dev.beckon.core.identity.Identifier;
import dev.beckon.core.identity.PersonKey;
import dev.beckon.core.machine.Fact;
import dev.beckon.core.machine.Input;
import dev.beckon.core.person.Person;
import dev.beckon.core.value.Value;
import dev.beckon.engine.message.Message;
import dev.beckon.engine.message.Outputs;
import dev.beckon.engine.store.TallyGroup;
import dev.beckon.engine.testing.Audit;
import dev.beckon.engine.testing.World;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Every question gives everything there is, in order, page by page.
final class QueriesTest {
  private static final int PEOPLE = 60;
  private static final World WORLD = World.of(4);

  /// Sixty people in a campaign, of whom some paid, some left, and one out of five opened a mail.
  @BeforeAll
  static void people() {
    WORLD.publish(
        document(
            items(fields("id", 1, "name", "Pro", "when", fields("attribute", "plan", "is", "pro"))),
            items(followUp())));
    for (int i = 0; i < PEOPLE; i++) {
      WORLD.passes(ofMillis(i % 3));
      WORLD.identify(
          id(i),
          "email",
          "Person" + i + "@Example.com",
          "plan",
          i % 2 == 0 ? "pro" : "trial",
          "name",
          "Ann" + i + " van Dyke");
      WORLD.track(id(i), "signed_up", "source", i % 4);
    }
    for (Outputs.Pending mail : List.copyOf(WORLD.mails)) {
      WORLD.report(mail, Metric.SENT);
      WORLD.report(mail, mail.sequence() % 5 == 0 ? Metric.BOUNCED : Metric.DELIVERED);
    }
    for (int i = 0; i < PEOPLE; i += 3) {
      WORLD.track(id(i), "paid", "total", i);
    }
    Input.Track nobody = new Input.Track(0, null, World.event("looked", null));
    WORLD.tell(new Message.Anonymous(WORKSPACE, "anon-1", nobody));
  }

  private static Identifier id(int i) {
    return Identifier.id("p-" + i);
  }

  private static PersonKey key(int i) {
    return WORLD.person(id(i)).orElseThrow().key();
  }

  private static <T> List<T> all(Function<@Nullable String, Page<T>> pages) {
    List<T> all = new ArrayList<>();
    String cursor = null;
    do {
      Page<T> page = pages.apply(cursor);
      all.addAll(page.items());
      cursor = page.next();
    } while (cursor != null);
    return all;
  }

  private static List<ActivityView> activities(ActivityFilter filter, int limit) {
    Activities activities = new Activities(WORLD.queries());
    return all(cursor -> activities.ofWorkspace(WORKSPACE, filter, cursor, limit));
  }

  @Test
  void activitiesOfAWorkspaceAreGivenOnceAndNewestFirst() {
    List<ActivityView> one = activities(ActivityFilter.ALL, 10_000);
    assertThat(one).hasSizeGreaterThan(300);
    assertThat(one)
        .isSortedAccordingTo(Comparator.comparing(ActivityView::id).reversed())
        .doesNotHaveDuplicates();
    assertThat(activities(ActivityFilter.ALL, 7)).isEqualTo(one);
    assertThat(activities(ActivityFilter.ALL, 1)).isEqualTo(one);
  }

  @Test
  void activitiesAreFiltered() {
    List<ActivityView> all = activities(ActivityFilter.ALL, 10_000);
    ActivityFilter events = new ActivityFilter(Set.of("event"), Set.of("paid"), null, false);
    assertThat(activities(events, 3))
        .hasSize(PEOPLE / 3)
        .isEqualTo(
            all.stream()
                .filter(view -> view.activity().type().equals("event"))
                .filter(view -> view.activity().name().equals("paid"))
                .toList());
    ActivityFilter failed = new ActivityFilter(Set.of(), Set.of(), null, true);
    assertThat(activities(failed, 3))
        .isNotEmpty()
        .allMatch(view -> view.activity().type().equals("bounced_email"));
    ActivityFilter ofOne = new ActivityFilter(Set.of(), Set.of(), key(3), false);
    assertThat(activities(ofOne, 2))
        .hasSizeGreaterThan(4)
        .allMatch(view -> key(3).equals(view.person()));
  }

  @Test
  void activitiesOfNobodyTellTheirAnonymousId() {
    ActivityFilter looked = new ActivityFilter(Set.of(), Set.of("looked"), null, false);
    assertThat(activities(looked, 5))
        .singleElement()
        .satisfies(
            view -> {
              assertThat(view.person()).isNull();
              assertThat(view.anonymousId()).isEqualTo("anon-1");
              assertThat(new Activities(WORLD.queries()).one(WORKSPACE, view.id())).hasValue(view);
              assertThat(ActivityId.parse(view.id().text())).isEqualTo(view.id());
            });
  }

  @Test
  void aTailMissesNothingAndRepeatsNothing() {
    World world = World.of(4);
    world.track(id(1), "before");
    ActivityTail tail = new ActivityTail(world.queries(), WORKSPACE, ActivityFilter.ALL, null);
    assertThat(tail.poll(10).items()).isEmpty();
    List<ActivityView> seen = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      world.passes(ofMillis(i % 2));
      world.track(id(i), "after");
      seen.addAll(tail.poll(100).items());
    }
    List<ActivityView> expected =
        new Activities(world.queries())
            .ofWorkspace(WORKSPACE, ActivityFilter.ALL, null, 1_000)
            .items();
    assertThat(seen).containsExactlyInAnyOrderElementsOf(expected.subList(0, expected.size() - 2));
    ActivityTail again =
        new ActivityTail(world.queries(), WORKSPACE, ActivityFilter.ALL, expected.getLast().id());
    ActivityTail.Poll poll = again.poll(10);
    assertThat(poll.items())
        .hasSize(10)
        .isSortedAccordingTo(Comparator.comparing(ActivityView::id));
    assertThat(poll.skipped()).isEqualTo(expected.size() - 1 - 10);
    assertThat(again.poll(10).items()).isEmpty();
  }

  @Test
  void peopleAreGivenOnceAndNewestFirst() {
    People people = new People(WORLD.queries());
    List<Person> one = all(cursor -> people.newest(WORKSPACE, cursor, 1_000));
    assertThat(one).hasSize(PEOPLE);
    assertThat(one.getFirst().key()).isEqualTo(key(PEOPLE - 1));
    assertThat(one)
        .isSortedAccordingTo(
            Comparator.comparingLong((Person person) -> person.profile().createdAt()).reversed());
    assertThat(all(cursor -> people.newest(WORKSPACE, cursor, 7))).isEqualTo(one);
    assertThat(all(cursor -> people.newest(WORKSPACE, cursor, 1))).isEqualTo(one);
    assertThat(people.count(WORKSPACE)).isEqualTo(PEOPLE);
    assertThat(people.newest(WORKSPACE + 1, null, 5).items()).isEmpty();
    assertThatThrownBy(() -> people.newest(WORKSPACE, "nonsense!", 5))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("Expected the cursor of an earlier page");
  }

  @Test
  void peopleAreFoundByWhatSomebodyTypes() {
    assertThat(found("p-59")).containsExactly("p-59");
    assertThat(found("p-5")).hasSize(11);
    assertThat(found("PERSON7@exam")).containsExactly("p-7");
    assertThat(found("ann7 dyke")).containsExactly("p-7");
    assertThat(found("dyke")).hasSize(PEOPLE);
    assertThat(found(key(9).cioIdText())).containsExactly("p-9");
    assertThat(found("yke")).isEmpty();
    assertThat(found(" ")).isEmpty();
  }

  private static List<String> found(String text) {
    List<String> ids = new ArrayList<>();
    new People(WORLD.queries())
        .search(WORKSPACE, text, 100, Budget.UNLIMITED)
        .items()
        .forEach(person -> ids.add(String.valueOf(person.profile().identifiers().idValue())));
    return ids;
  }

  @Test
  void journeysOfACampaignAreGivenOnceAndFiltered() {
    Journeys journeys = new Journeys(WORLD.queries());
    List<JourneyView> one =
        all(cursor -> journeys.ofCampaign(WORKSPACE, 5, JourneyFilter.ALL, cursor, 1_000));
    assertThat(one).hasSize(PEOPLE);
    assertThat(all(cursor -> journeys.ofCampaign(WORKSPACE, 5, JourneyFilter.ALL, cursor, 7)))
        .isEqualTo(one);
    assertThat(journeys(new JourneyFilter(JourneyFilter.State.UNDER_WAY, "pause"))).hasSize(PEOPLE);
    assertThat(journeys(new JourneyFilter(null, "again"))).isEmpty();
    assertThat(journeys(new JourneyFilter(JourneyFilter.State.EXITED, null))).isEmpty();
    assertThat(one.stream().filter(view -> view.convertedAt() > 0)).hasSize(PEOPLE / 3);
    JourneyView first = one.getFirst();
    assertThat(journeys.one(first.person(), first.journey().number())).hasValue(first);
    assertThat(journeys.ofPerson(first.person(), JourneyFilter.ALL, null, 10).items())
        .containsExactly(first);
    assertThat(journeys.trace(first.person(), first.journey().number())).hasSizeGreaterThan(2);
  }

  private static List<JourneyView> journeys(JourneyFilter filter) {
    return all(cursor -> new Journeys(WORLD.queries()).ofCampaign(WORKSPACE, 5, filter, cursor, 9));
  }

  @Test
  void endedJourneysAreFoundAsSuch() {
    World world = World.of(2).publish(document(items(), items(followUp())));
    world.identify(id(1), "email", "a@x");
    world.track(id(1), "signed_up");
    world.passes(ofDays(4));
    Journeys journeys = new Journeys(world.queries());
    JourneyFilter finished = new JourneyFilter(JourneyFilter.State.FINISHED, null);
    JourneyFilter underWay = new JourneyFilter(JourneyFilter.State.UNDER_WAY, null);
    assertThat(journeys.ofCampaign(WORKSPACE, 5, finished, null, 5).items()).hasSize(1);
    assertThat(journeys.ofCampaign(WORKSPACE, 5, underWay, null, 5).items()).isEmpty();
  }

  @Test
  void deliveriesAreGivenOnceAndFiltered() {
    Deliveries deliveries = new Deliveries(WORLD.queries());
    List<DeliveryView> one =
        all(cursor -> deliveries.ofWorkspace(WORKSPACE, DeliveryFilter.ALL, cursor, 1_000));
    assertThat(one).hasSize(PEOPLE);
    assertThat(all(cursor -> deliveries.ofWorkspace(WORKSPACE, DeliveryFilter.ALL, cursor, 7)))
        .isEqualTo(one);
    DeliveryFilter bounced = new DeliveryFilter(Set.of(Metric.BOUNCED), 5);
    List<DeliveryView> some = all(cursor -> deliveries.ofWorkspace(WORKSPACE, bounced, cursor, 3));
    assertThat(some)
        .isNotEmpty()
        .isEqualTo(one.stream().filter(view -> view.furthest() == Metric.BOUNCED).toList());
    assertThat(deliveries.ofWorkspace(WORKSPACE, new DeliveryFilter(Set.of(), 6), null, 5).items())
        .isEmpty();
    DeliveryView first = one.getFirst();
    assertThat(deliveries.one(first.id())).hasValue(first);
    assertThat(deliveries.ofPerson(first.id().person(), DeliveryFilter.ALL, null, 5).items())
        .containsExactly(first);
  }

  @Test
  void membersAndNumbers() {
    Members members = new Members(WORLD.queries());
    List<Person> all = all(cursor -> members.page(WORKSPACE, 1, cursor, 7));
    assertThat(all).hasSize(PEOPLE / 2).isEqualTo(members.page(WORKSPACE, 1, null, 1_000).items());
    assertThat(members.count(WORKSPACE, 1)).isEqualTo(PEOPLE / 2);
    long hour = TallyGroup.hourOf(World.START);
    assertThat(members.moves(WORKSPACE, 1, hour, hour + 1))
        .containsExactly(new Members.Moves(hour, PEOPLE / 2, 0));
    assertThat(members.moves(WORKSPACE, 1, hour + 1, hour + 9)).isEmpty();
    Numbers numbers = new Numbers(WORLD.queries());
    assertThat(numbers.life(WORKSPACE, Fact.Subject.CAMPAIGN, 5))
        .contains(new Numbers.Count("hello", "sent", PEOPLE));
    assertThat(numbers.hours(WORKSPACE, Fact.Subject.CAMPAIGN, 5, hour, hour + 1))
        .contains(new Numbers.HourCount(hour, "hello", "sent", PEOPLE));
  }

  @Test
  void theVocabularyIsLearnedFromWhatThereIs() {
    Vocabulary vocabulary = new Vocabulary(WORLD.queries());
    assertThat(vocabulary.attributes(WORKSPACE))
        .anySatisfy(
            word -> {
              assertThat(word.name()).isEqualTo("plan");
              assertThat(word.people()).isEqualTo(PEOPLE);
              assertThat(word.samples())
                  .containsExactlyInAnyOrder(Value.of("pro"), Value.of("trial"));
            });
    assertThat(vocabulary.events(WORKSPACE))
        .extracting(Vocabulary.EventWord::name)
        .containsExactly("signed_up", "paid", "looked");
    assertThat(vocabulary.events(WORKSPACE).getFirst().properties().getFirst().name())
        .isEqualTo("source");
  }

  @Test
  void lastSeenIsTheLatestEvent() {
    assertThat(new Activities(WORLD.queries()).lastSeen(key(3)))
        .isGreaterThanOrEqualTo(World.START);
    assertThat(new Activities(WORLD.queries()).lastSeen(PersonKey.at(WORKSPACE, 99, 1))).isZero();
  }

  @Test
  void peopleAndActivitiesAgreeWithTheRows() {
    assertThat(new Audit(WORLD.queries()).contradictions()).isEmpty();
  }
}
