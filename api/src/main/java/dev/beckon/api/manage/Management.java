package dev.beckon.api.manage;

import dev.beckon.api.ApiSettings;
import dev.beckon.api.EngineRoom;
import dev.beckon.api.Mailroom;
import dev.beckon.api.http.Route;
import dev.beckon.api.intake.Desk;
import dev.beckon.api.manage.activity.ActivityEndpoints;
import dev.beckon.api.manage.activity.ActivityStream;
import dev.beckon.api.manage.activity.ActivityViews;
import dev.beckon.api.manage.campaign.CampaignEndpoints;
import dev.beckon.api.manage.campaign.CampaignFigures;
import dev.beckon.api.manage.campaign.CampaignNames;
import dev.beckon.api.manage.campaign.CampaignViews;
import dev.beckon.api.manage.campaign.JourneyEndpoints;
import dev.beckon.api.manage.campaign.JourneyViews;
import dev.beckon.api.manage.campaign.RecipeEndpoints;
import dev.beckon.api.manage.campaign.StepTitles;
import dev.beckon.api.manage.campaign.TraceViews;
import dev.beckon.api.manage.definition.DefinitionEndpoints;
import dev.beckon.api.manage.home.HomeEndpoints;
import dev.beckon.api.manage.message.DeliveryEndpoints;
import dev.beckon.api.manage.message.DeliveryViews;
import dev.beckon.api.manage.message.MessageEndpoints;
import dev.beckon.api.manage.message.MessagePreview;
import dev.beckon.api.manage.message.SandboxEndpoints;
import dev.beckon.api.manage.people.PeopleEndpoints;
import dev.beckon.api.manage.people.PersonChanges;
import dev.beckon.api.manage.people.PersonSegmentsEndpoint;
import dev.beckon.api.manage.people.PersonViews;
import dev.beckon.api.manage.people.VocabularyEndpoints;
import dev.beckon.api.manage.segment.SegmentEndpoints;
import dev.beckon.api.manage.session.MemberEndpoints;
import dev.beckon.api.manage.session.SessionEndpoints;
import dev.beckon.api.manage.workspace.KeyEndpoints;
import dev.beckon.api.manage.workspace.SenderEndpoints;
import dev.beckon.api.manage.workspace.WorkspaceEndpoints;
import dev.beckon.delivery.tracking.DeliveryToken;
import dev.beckon.engine.query.Activities;
import dev.beckon.engine.query.Deliveries;
import dev.beckon.engine.query.Journeys;
import dev.beckon.engine.query.Members;
import dev.beckon.engine.query.Numbers;
import dev.beckon.engine.query.People;
import dev.beckon.engine.query.Preview;
import dev.beckon.engine.query.Queries;
import dev.beckon.engine.query.Sweeps;
import dev.beckon.engine.query.Vocabulary;
import dev.beckon.registry.Registry;
import java.time.InstantSource;
import java.util.List;
import java.util.function.BooleanSupplier;

/// The management API, wired: every endpoint with what it needs.
public final class Management {
  private final Registry registry;
  private final ApiSettings settings;
  private final InstantSource clock;
  private final Queries queries;
  private final Mailroom mail;
  private final DeliveryToken tokens;
  private final People people;
  private final Activities activities;
  private final Deliveries deliveries;
  private final Journeys journeys;
  private final Numbers numbers;
  private final Preview preview;
  private final CampaignNames names;
  private final StepTitles titles;
  private final PersonViews persons;
  private final Conditions conditions;
  private final Endpoints endpoints;

  /// @param stopping whether streams must end
  public Management(
      ApiSettings settings,
      Registry registry,
      EngineRoom engine,
      Mailroom mail,
      Demo demo,
      Desk desk,
      BooleanSupplier stopping) {
    this.settings = settings;
    this.registry = registry;
    this.clock = settings.clock();
    this.queries = engine.queries();
    this.mail = mail;
    this.tokens = mail.links().tokens();
    this.people = new People(queries);
    this.activities = new Activities(queries);
    this.deliveries = new Deliveries(queries);
    this.journeys = new Journeys(queries);
    this.numbers = new Numbers(queries);
    this.preview = new Preview(queries);
    this.names = new CampaignNames(registry);
    this.titles = new StepTitles(registry);
    this.persons = new PersonViews(people, activities);
    this.conditions = new Conditions(registry);
    this.endpoints = new Endpoints(registry);
    members(demo);
    workspace(demo);
    people(desk);
    activity(stopping);
    segments();
    campaigns();
    messages();
    new DefinitionEndpoints(registry).on(endpoints);
  }

  public List<Route> routes() {
    return endpoints.routes();
  }

  private void members(Demo demo) {
    new SessionEndpoints(registry, demo, settings.version()).on(endpoints);
    new MemberEndpoints(registry).on(endpoints);
  }

  private void workspace(Demo demo) {
    new WorkspaceEndpoints(registry, people, mail.health(), demo, settings.baseUrl()).on(endpoints);
    new SenderEndpoints(registry, mail.test(), mail.health(), mail.senders()).on(endpoints);
    new KeyEndpoints(registry).on(endpoints);
  }

  private void people(Desk desk) {
    PersonChanges changes = new PersonChanges(desk, people, activities, clock);
    new PeopleEndpoints(people, preview, deliveries, persons, changes, conditions, clock)
        .on(endpoints);
    new PersonSegmentsEndpoint(registry, people).on(endpoints);
    new VocabularyEndpoints(new Vocabulary(queries)).on(endpoints);
  }

  private void activity(BooleanSupplier stopping) {
    ActivityViews views = new ActivityViews(persons, deliveries, tokens, names);
    new ActivityEndpoints(activities, views, new ActivityStream(queries, views, stopping))
        .on(endpoints);
  }

  private void segments() {
    new SegmentEndpoints(
            registry,
            new SegmentEndpoints.Questions(
                new Members(queries), preview, people, new Sweeps(queries)),
            persons,
            conditions,
            clock)
        .on(endpoints);
  }

  private void campaigns() {
    CampaignFigures figures = new CampaignFigures(numbers);
    CampaignViews campaigns = new CampaignViews(registry, figures, journeys, titles, clock);
    JourneyViews views = new JourneyViews(registry, journeys, persons, names, titles);
    TraceViews traces = new TraceViews(journeys, deliveries, tokens, views);
    new CampaignEndpoints(registry, campaigns, titles, preview, clock).on(endpoints);
    new JourneyEndpoints(registry, journeys, people, views, traces).on(endpoints);
    new RecipeEndpoints(registry).on(endpoints);
    new HomeEndpoints(
            registry,
            new HomeEndpoints.Questions(numbers, people, activities, journeys, mail.health()),
            campaigns,
            clock)
        .on(endpoints);
  }

  private void messages() {
    MessagePreview look =
        new MessagePreview(
            registry, mail.renderer(), people, new Vocabulary(queries), names, clock);
    new MessageEndpoints(registry, look).on(endpoints);
    new SandboxEndpoints(mail.sandbox(), deliveries, tokens, persons, names).on(endpoints);
    DeliveryViews views = new DeliveryViews(persons, names, tokens, mail.sandbox(), mail.kept());
    new DeliveryEndpoints(deliveries, people, tokens, views).on(endpoints);
  }
}
