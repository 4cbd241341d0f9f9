package dev.beckon.registry.campaign;

import dev.beckon.core.campaign.Step;
import dev.beckon.core.catalog.DefinitionException;
import dev.beckon.core.catalog.DefinitionReader;
import dev.beckon.core.value.Value;
import dev.beckon.registry.document.Checks;
import dev.beckon.registry.document.Document;
import dev.beckon.registry.document.Documents;
import dev.beckon.registry.document.Kind;
import dev.beckon.registry.document.TemplateCheck;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/// Looks for what keeps a campaign from doing what its author means.
final class Lint {
  private static final Set<String> NAMESPACES =
      Set.of(
          "customer",
          "event",
          "journey",
          "campaign",
          "message",
          "event_name",
          "event_id",
          "event_timestamp",
          "unsubscribe_url",
          "content");

  private final Documents documents;
  private final Checks checks;
  private final TemplateCheck templates;

  Lint(Documents documents, Checks checks, TemplateCheck templates) {
    this.documents = documents;
    this.checks = checks;
    this.templates = templates;
  }

  List<Campaign.Problem> problems(int workspace, Value.Fields definition) {
    List<Campaign.Problem> problems = new ArrayList<>();
    try {
      dev.beckon.core.campaign.Campaign campaign =
          DefinitionReader.campaign(definition, checks.names(workspace));
      SequencedMap<String, StepTree.Place> places = new StepTree(definition).places();
      sends(workspace, definition, places, problems);
      unreachable(campaign, places, problems);
    } catch (DefinitionException e) {
      e.problems()
          .forEach(
              p ->
                  problems.add(
                      new Campaign.Problem(
                          p.pointer(), null, Campaign.Severity.ERROR, p.detail())));
    }
    return problems;
  }

  private void sends(
      int workspace,
      Value.Fields definition,
      SequencedMap<String, StepTree.Place> places,
      List<Campaign.Problem> problems) {
    boolean byEvent =
        definition.get("trigger") instanceof Value.Fields trigger && trigger.get("event") != null;
    boolean sends = false;
    for (StepTree.Place place : places.values()) {
      if (place.step().get("send") instanceof Value.Fields send
          && send.get("message") instanceof Value.Text(String name)) {
        sends = true;
        Optional<Document> message = documents.named(workspace, Kind.MESSAGE, name);
        if (message.isEmpty()) {
          problems.add(
              new Campaign.Problem(
                  place.pointer() + "/send/message",
                  place.id(),
                  Campaign.Severity.ERROR,
                  "Expected the name of a message, but there is no \"" + name + "\". Create it."));
        } else {
          variables(place, message.get(), byEvent, problems);
        }
      }
    }
    if (!sends) {
      problems.add(
          new Campaign.Problem(
              "/steps", null, Campaign.Severity.WARNING, "This campaign sends nothing."));
    }
  }

  private void variables(
      StepTree.Place place, Document message, boolean byEvent, List<Campaign.Problem> problems) {
    Set<String> said = new HashSet<>();
    for (String part : List.of("subject", "preheader", "html", "text")) {
      if (message.definition().get(part) instanceof Value.Text(String template)) {
        for (TemplateCheck.Variable variable : templates.variables(template)) {
          String root = variable.path().split("[.\\[]", 2)[0];
          String detail = complaint(root, byEvent);
          if (!detail.isEmpty() && said.add(variable.path())) {
            problems.add(
                new Campaign.Problem(
                    place.pointer() + "/send/message",
                    place.id(),
                    Campaign.Severity.WARNING,
                    "The %s of \"%s\" uses {{ %s }}, but %s"
                        .formatted(part, message.name(), variable.path(), detail)));
          }
        }
      }
    }
  }

  private static String complaint(String root, boolean byEvent) {
    if (!NAMESPACES.contains(root)) {
      return "there is no \"%s\". Attributes are under customer, event data under event."
          .formatted(root);
    }
    return root.startsWith("event") && !byEvent
        ? "this campaign is not started by an event. It will be empty."
        : "";
  }

  private static void unreachable(
      dev.beckon.core.campaign.Campaign campaign,
      SequencedMap<String, StepTree.Place> places,
      List<Campaign.Problem> problems) {
    Set<String> reached = new HashSet<>();
    ArrayDeque<String> open = new ArrayDeque<>();
    open.add(campaign.route().first());
    while (!open.isEmpty()) {
      String id = open.removeFirst();
      Step step = campaign.route().steps().get(id);
      if (step != null && reached.add(id)) {
        open.addAll(next(step));
      }
    }
    for (StepTree.Place place : places.values()) {
      if (!reached.contains(place.id())) {
        problems.add(
            new Campaign.Problem(
                place.pointer(),
                place.id(),
                Campaign.Severity.WARNING,
                "Nobody gets here, for every way before it ends the journey. Move it or remove it."));
      }
    }
  }

  private static List<String> next(Step step) {
    return switch (step) {
      case Step.Send send -> List.of(send.next());
      case Step.Delay delay -> List.of(delay.next());
      case Step.WaitUntil wait ->
          wait.atMost() == 0 ? List.of(wait.then()) : List.of(wait.then(), wait.otherwise());
      case Step.Branch branch -> List.of(branch.then(), branch.otherwise());
      case Step.Exit _ -> List.of();
    };
  }
}
