package dev.beckon.registry.recipe;

import dev.beckon.core.value.Value;
import dev.beckon.registry.campaign.Campaign;
import dev.beckon.registry.document.Document;
import java.util.List;

/// A ready-made campaign with its segments and messages.
///
/// @param key what it is installed by, such as `welcome`
/// @param playbook number of the playbook that it plays, such as `P2`
/// @param goal what it is good for, in a sentence
public record Recipe(
    String key,
    String playbook,
    String title,
    String summary,
    String goal,
    Needs needs,
    Value.Fields campaign,
    List<Value.Fields> segments,
    List<Value.Fields> messages,
    List<Value.Fields> layouts) {

  /// What the product must send for it to work.
  public record Needs(List<String> events, List<String> attributes) {}

  /// What installing has made or found.
  public record Installed(Campaign campaign, List<Document> segments, List<Document> messages) {}
}
