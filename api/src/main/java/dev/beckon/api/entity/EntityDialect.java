package dev.beckon.api.entity;

import dev.beckon.api.http.Dialect;
import dev.beckon.api.http.Refusal;
import dev.beckon.api.http.Response;
import dev.beckon.api.json.JsonWriter;
import dev.beckon.core.value.Value;
import java.util.List;
import java.util.Locale;

/// How version 2 words a refusal: `{"errors":[{"reason":…,"message":…}]}`.
public final class EntityDialect implements Dialect {

  @Override
  public Response refuse(Refusal refusal) {
    Fault fault =
        refusal.kind() == Refusal.Kind.VALIDATION
            ? Fault.of(refusal)
            : new Fault(refusal.kind().name().toLowerCase(Locale.ROOT), null, refusal.detail());
    int status = refusal.kind().statusForSdks();
    Response response = Response.json(status, body(List.of(fault.json())));
    return refusal.on(response);
  }

  static byte[] body(List<Value> faults) {
    return JsonWriter.bytes(Value.Fields.EMPTY.with("errors", new Value.Items(faults)));
  }
}
