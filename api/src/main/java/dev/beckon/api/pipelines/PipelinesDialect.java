package dev.beckon.api.pipelines;

import dev.beckon.api.http.Dialect;
import dev.beckon.api.http.Refusal;
import dev.beckon.api.http.Response;
import dev.beckon.api.json.JsonWriter;
import dev.beckon.core.value.Value;
import java.util.List;

/// How the Pipelines protocol words a refusal: `{"meta":{"errors":[…]}}`, readable for browsers.
public final class PipelinesDialect implements Dialect {

  @Override
  public Response refuse(Refusal refusal) {
    Value.Fields meta =
        Value.Fields.EMPTY.with("errors", new Value.Items(List.of(Value.of(refusal.detail()))));
    int status = refusal.kind().statusForSdks();
    Response response =
        Cors.open(Response.json(status, JsonWriter.bytes(Value.Fields.EMPTY.with("meta", meta))));
    return refusal.on(response);
  }
}
