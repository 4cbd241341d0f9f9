package dev.beckon.api.json;

import dev.beckon.core.value.Value;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// Writes values as JSON bytes.
public final class JsonWriter {
  private static final JsonFactory FACTORY = new JsonFactory();

  private JsonWriter() {}

  public static byte[] bytes(Value value) {
    return bytes(out -> write(out, value));
  }

  public static String text(Value value) {
    return new String(bytes(value), StandardCharsets.UTF_8);
  }

  static byte[] bytes(Consumer<JsonGenerator> writer) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(512);
    try (JsonGenerator generator = FACTORY.createGenerator(ObjectWriteContext.empty(), out)) {
      writer.accept(generator);
    }
    return out.toByteArray();
  }

  static void write(JsonGenerator out, Value value) {
    switch (value) {
      case Value.Nothing _ -> out.writeNull();
      case Value.Truth truth -> out.writeBoolean(truth.truth());
      case Value.Whole whole -> out.writeNumber(whole.number());
      case Value.Decimal decimal -> out.writeNumber(decimal.number());
      case Value.Text text -> out.writeString(text.text());
      case Value.Items items -> {
        out.writeStartArray();
        for (Value item : items.items()) {
          write(out, item);
        }
        out.writeEndArray();
      }
      case Value.Fields fields -> {
        out.writeStartObject();
        for (Map.Entry<String, Value> field : fields.fields().entrySet()) {
          out.writeName(field.getKey());
          write(out, field.getValue());
        }
        out.writeEndObject();
      }
    }
  }
}
