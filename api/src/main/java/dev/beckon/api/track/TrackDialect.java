package dev.beckon.api.track;

import dev.beckon.api.http.Dialect;
import dev.beckon.api.http.Refusal;
import dev.beckon.api.http.Response;
import dev.beckon.api.json.JsonWriter;
import dev.beckon.core.value.Value;
import java.util.List;

/// How the Track protocol words a refusal: `{"meta":{"errors":[…]}}`, and `{"meta":{"error":…}}`
/// where the credentials are wrong.
public final class TrackDialect implements Dialect {

  @Override
  public Response refuse(Refusal refusal) {
    Value detail = Value.of(refusal.detail());
    Value.Fields meta =
        refusal.kind() == Refusal.Kind.UNAUTHENTICATED
            ? Value.Fields.EMPTY.with("error", detail)
            : Value.Fields.EMPTY.with("errors", new Value.Items(List.of(detail)));
    Response response =
        Response.json(
            refusal.kind().statusForSdks(),
            JsonWriter.bytes(Value.Fields.EMPTY.with("meta", meta)));
    return refusal.on(response);
  }
}
