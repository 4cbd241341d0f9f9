package dev.beckon.api.manage.people;

import static dev.beckon.api.manage.Endpoints.WORKSPACE;

import dev.beckon.api.http.About;
import dev.beckon.api.manage.Access;
import dev.beckon.api.manage.Call;
import dev.beckon.api.manage.Endpoints;
import dev.beckon.core.person.Person;
import dev.beckon.core.segment.Membership;
import dev.beckon.engine.query.People;
import dev.beckon.registry.Registry;
import dev.beckon.registry.document.Document;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which segments a person is in, and since when.
public final class PersonSegmentsEndpoint {
  private final Registry registry;
  private final People people;

  public PersonSegmentsEndpoint(Registry registry, People people) {
    this.registry = registry;
    this.people = people;
  }

  public record PersonSegmentsJson(List<PersonSegmentJson> items) {}

  public record PersonSegmentJson(int id, String name, @Nullable Instant since) {}

  public void on(Endpoints endpoints) {
    endpoints.get(
        WORKSPACE + "/people/{cio_id}/segments",
        Access.VIEWER,
        About.of("People", "Segments of a person", "By name.").example("{\"items\": []}"),
        PersonSegmentsJson.class,
        this::of);
  }

  private PersonSegmentsJson of(Call call) {
    Person person = PeopleEndpoints.get(people, call);
    List<PersonSegmentJson> items = new ArrayList<>();
    for (Document segment : registry.segments().list(call.workspace())) {
      Membership membership = person.standing().memberships().get(segment.id());
      if (membership != null && membership.member()) {
        items.add(
            new PersonSegmentJson(
                segment.id(), segment.name(), Instant.ofEpochMilli(membership.since())));
      }
    }
    return new PersonSegmentsJson(items);
  }
}
