package dev.beckon.registry;

import dev.beckon.registry.audit.Audit;
import dev.beckon.registry.bundle.Bundles;
import dev.beckon.registry.campaign.Campaigns;
import dev.beckon.registry.campaign.Runs;
import dev.beckon.registry.document.Authoring;
import dev.beckon.registry.document.Checks;
import dev.beckon.registry.document.Documents;
import dev.beckon.registry.document.TemplateCheck;
import dev.beckon.registry.key.Keys;
import dev.beckon.registry.member.Members;
import dev.beckon.registry.member.Sessions;
import dev.beckon.registry.message.Layouts;
import dev.beckon.registry.message.MessageContents;
import dev.beckon.registry.message.Messages;
import dev.beckon.registry.publication.Publication;
import dev.beckon.registry.recipe.Recipes;
import dev.beckon.registry.segment.Segments;
import dev.beckon.registry.store.Database;
import dev.beckon.registry.store.Vault;
import dev.beckon.registry.workspace.Workspaces;
import java.nio.file.Path;
import java.time.InstantSource;

/// What people have authored on this server, and the services that read and change it.
public final class Registry implements AutoCloseable {
  private final Database database;
  private final Vault vault;
  private final Audit audit;
  private final Workspaces workspaces;
  private final Members members;
  private final Sessions sessions;
  private final Keys keys;
  private final Setup setup;
  private final Bootstrap bootstrap;
  private final Segments segments;
  private final Campaigns campaigns;
  private final Messages messages;
  private final Layouts layouts;
  private final MessageContents contents;
  private final Publication publication;
  private final Bundles bundles;
  private final Recipes recipes;

  private Registry(Database database, Vault vault, TemplateCheck templates, InstantSource clock) {
    this.database = database;
    this.vault = vault;
    audit = new Audit(database, clock);
    workspaces = new Workspaces(database, vault, audit, clock);
    members = new Members(database, audit, clock);
    sessions = new Sessions(database, members, clock);
    keys = new Keys(database, vault, audit, clock);
    setup = new Setup(database, members, workspaces, keys);
    bootstrap = new Bootstrap(database, members, workspaces, keys);
    Documents documents = new Documents(database, audit, clock);
    Checks checks = new Checks(documents, templates);
    Authoring authoring = new Authoring(database, documents, checks);
    Runs runs = new Runs(database);
    segments = new Segments(documents, authoring);
    campaigns = new Campaigns(database, documents, authoring, runs, checks, templates, clock);
    messages = new Messages(documents, authoring);
    layouts = new Layouts(documents, authoring);
    contents = new MessageContents(database, documents, clock);
    bundles = new Bundles(database, workspaces, documents, authoring, checks, campaigns, runs);
    recipes = new Recipes(database, documents, authoring, campaigns);
    publication = new Publication(database, workspaces, documents, runs, contents, clock);
  }

  /// Opens the registry in a file, created where it is absent, with its secret beside it.
  ///
  /// @param file the SQLite file, such as `registry.db`; the secret goes to `registry.db.secret`
  /// @param templates how templates are looked at before they are saved
  public static Registry open(Path file, TemplateCheck templates, InstantSource clock) {
    Path secret = file.resolveSibling(file.getFileName() + ".secret");
    Database database = Database.open(file);
    try {
      Vault vault = Vault.open(secret);
      database.refuseOther("secret", vault.fingerprint(), secret);
      return new Registry(database, vault, templates, clock);
    } catch (RuntimeException e) {
      database.close();
      throw e;
    }
  }

  public Workspaces workspaces() {
    return workspaces;
  }

  public Members members() {
    return members;
  }

  public Sessions sessions() {
    return sessions;
  }

  public Keys keys() {
    return keys;
  }

  public Setup setup() {
    return setup;
  }

  public Bootstrap bootstrap() {
    return bootstrap;
  }

  public Segments segments() {
    return segments;
  }

  public Campaigns campaigns() {
    return campaigns;
  }

  public Messages messages() {
    return messages;
  }

  public Layouts layouts() {
    return layouts;
  }

  public MessageContents contents() {
    return contents;
  }

  public Bundles bundles() {
    return bundles;
  }

  public Recipes recipes() {
    return recipes;
  }

  public Publication publication() {
    return publication;
  }

  public Audit audit() {
    return audit;
  }

  /// 32 secret bytes for one purpose, the same on every start: for signing links and the like.
  public byte[] secretFor(String purpose) {
    return vault.derive("for " + purpose);
  }

  /// Housekeeping, about once a minute.
  public void tidy() {
    keys.tidy();
    sessions.tidy();
    publication.retry();
  }

  @Override
  public void close() {
    keys.tidy();
    database.close();
  }
}
