package dev.beckon.api.app;

import dev.beckon.api.http.Dialect;
import dev.beckon.api.http.Flaw;
import dev.beckon.api.http.Refusal;
import dev.beckon.api.http.Response;
import dev.beckon.api.json.JsonWriter;
import dev.beckon.core.value.Value;
import java.util.ArrayList;
import java.util.List;

/// How the App API words a refusal: `{"errors":[{"detail":…,"status":"404"}]}`, the status as text
/// (spec: app-api.md, 1.1).
public final class AppDialect implements Dialect {

  @Override
  public Response refuse(Refusal refusal) {
    int status = refusal.kind().statusForSdks();
    Value.Fields body =
        Value.Fields.EMPTY.with(
            "errors", new Value.Items(errors(refusal, Integer.toString(status))));
    Response response = Response.json(status, JsonWriter.bytes(body));
    return refusal.on(response);
  }

  private static List<Value> errors(Refusal refusal, String status) {
    if (refusal.flaws().isEmpty()) {
      return List.of(error(refusal.detail(), status));
    }
    List<Value> errors = new ArrayList<>();
    for (Flaw flaw : refusal.flaws()) {
      errors.add(
          error(flaw.detail(), status)
              .with("source", Value.Fields.EMPTY.with("pointer", Value.of(flaw.pointer()))));
    }
    return errors;
  }

  private static Value.Fields error(String detail, String status) {
    return Value.Fields.EMPTY.with("detail", Value.of(detail)).with("status", Value.of(status));
  }
}
