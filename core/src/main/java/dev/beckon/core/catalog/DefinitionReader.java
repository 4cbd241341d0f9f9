package dev.beckon.core.catalog;

import dev.beckon.core.campaign.Campaign;
import dev.beckon.core.segment.Condition;
import dev.beckon.core.segment.Segment;
import dev.beckon.core.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/// Reads definition documents, the one format of console, files and stream (docs/definitions.md).
public final class DefinitionReader {
  private DefinitionReader() {}

  /// Reads everything that a workspace has published: `{settings, segments, campaigns}`, each
  /// definition with its `id`.
  ///
  /// @throws DefinitionException with all problems
  public static Definitions read(Value.Fields document) throws DefinitionException {
    List<Problem> problems = new ArrayList<>();
    Part root = Part.root(document, "", problems);
    root.only(new LinkedHashSet<>(List.of("settings", "segments", "campaigns")));
    Part settings = root.object("settings");
    settings.only(new LinkedHashSet<>(List.of("name", "timezone", "identity")));
    Part identity = settings.has("identity") ? settings.object("identity") : null;
    if (identity != null) {
      identity.only(new LinkedHashSet<>(List.of("email_by_id", "auto_merge")));
    }
    Names names = names(root);
    List<Segment> segments = new ArrayList<>();
    for (Part part : root.objects("segments")) {
      segments.add(segment(part, names));
    }
    List<Campaign> campaigns = new ArrayList<>();
    for (Part part : root.objects("campaigns")) {
      campaigns.add(new CampaignReader(part, names).read());
    }
    refuse(problems);
    return new Definitions(
        new Settings(
            settings.text("name", Limits.NAME_CHARS_MAX),
            settings.text("timezone", Limits.NAME_CHARS_MAX),
            identity != null && identity.truth("email_by_id", false),
            identity != null && identity.truth("auto_merge", false)),
        segments,
        campaigns);
  }

  /// Reads one segment document.
  public static Segment segment(Value document, Names names) throws DefinitionException {
    List<Problem> problems = new ArrayList<>();
    Segment segment = segment(Part.root(document, "", problems), names);
    refuse(problems);
    return segment;
  }

  /// Reads one campaign document.
  public static Campaign campaign(Value document, Names names) throws DefinitionException {
    List<Problem> problems = new ArrayList<>();
    Campaign campaign = new CampaignReader(Part.root(document, "", problems), names).read();
    refuse(problems);
    return campaign;
  }

  /// Reads a condition about a person, as previews send it.
  public static Condition condition(Value document, String pointer, Names names)
      throws DefinitionException {
    List<Problem> problems = new ArrayList<>();
    Condition condition =
        new ConditionReader(names, false).read(Part.root(document, pointer, problems));
    refuse(problems);
    return condition;
  }

  private static Segment segment(Part part, Names names) {
    part.only(new LinkedHashSet<>(List.of("id", "name", "description", "when")));
    part.optionalText("description");
    return new Segment(
        (int) part.whole("id", 0, 0, Integer.MAX_VALUE),
        part.text("name", Limits.NAME_CHARS_MAX),
        new ConditionReader(names, false).read(part.object("when")),
        0);
  }

  private static Names names(Part root) {
    Map<String, Integer> ids = new LinkedHashMap<>();
    for (Part part : root.objects("segments")) {
      if (part.get("name") instanceof Value.Text(String name)
          && part.get("id") instanceof Value.Whole(long id)) {
        ids.put(name, (int) id);
      }
    }
    return name -> {
      Integer id = ids.get(name);
      return id == null ? OptionalInt.empty() : OptionalInt.of(id);
    };
  }

  private static void refuse(List<Problem> problems) throws DefinitionException {
    if (!problems.isEmpty()) {
      throw new DefinitionException(problems);
    }
  }
}
