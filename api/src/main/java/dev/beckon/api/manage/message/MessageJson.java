package dev.beckon.api.manage.message;

import dev.beckon.api.json.Document;
import dev.beckon.api.json.Inline;
import dev.beckon.api.manage.RefJson;
import dev.beckon.core.delivery.Channel;
import dev.beckon.core.value.Value;
import java.time.Instant;
import java.util.List;

/// An authored message.
public record MessageJson(@Inline MessageRowJson row, @Document("message") Value definition) {

  /// A message as a line of a table.
  ///
  /// @param uses the campaigns that send it
  public record MessageRowJson(
      int id,
      String name,
      int version,
      Channel channel,
      String subject,
      Instant updatedAt,
      List<RefJson> uses) {}
}
