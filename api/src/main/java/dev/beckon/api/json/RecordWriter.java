package dev.beckon.api.json;

import dev.beckon.core.value.Value;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/// Writes records as JSON; every field is there, null when unknown.
public final class RecordWriter {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private RecordWriter() {}

  public static byte[] bytes(Object body) {
    return JsonWriter.bytes(out -> write(out, Shapes.of(body.getClass()), body));
  }

  /// A time as the API writes it.
  public static String time(Instant time) {
    return TIME.format(time);
  }

  private static void write(JsonGenerator out, Shape shape, @Nullable Object value) {
    if (value == null) {
      out.writeNull();
      return;
    }
    switch (shape) {
      case Shape.Text _ -> out.writeString((String) value);
      case Shape.Whole _ -> out.writeNumber(((Number) value).longValue());
      case Shape.Decimal _ -> out.writeNumber(((Number) value).doubleValue());
      case Shape.Truth _ -> out.writeBoolean((Boolean) value);
      case Shape.Time _ -> out.writeString(time((Instant) value));
      case Shape.Day _ -> out.writeString(value.toString());
      case Shape.Any _ -> JsonWriter.write(out, (Value) value);
      case Shape.Word _ -> out.writeString(((Enum<?>) value).name().toLowerCase(Locale.ROOT));
      case Shape.ListOf list -> {
        out.writeStartArray();
        for (Object item : (List<?>) value) {
          write(out, list.item(), item);
        }
        out.writeEndArray();
      }
      case Shape.MapOf map -> {
        out.writeStartObject();
        for (Map.Entry<?, ?> entry : ((Map<?, ?>) value).entrySet()) {
          out.writeName((String) entry.getKey());
          write(out, map.value(), entry.getValue());
        }
        out.writeEndObject();
      }
      case Shape.Struct struct -> {
        out.writeStartObject();
        fields(out, struct, value);
        out.writeEndObject();
      }
    }
  }

  private static void fields(JsonGenerator out, Shape.Struct struct, Object value) {
    for (Shape.Field field : struct.fields()) {
      Object component = field.reader().read(value);
      if (field.inlined() && component != null && field.shape() instanceof Shape.Struct inner) {
        fields(out, inner, component);
      } else {
        out.writeName(field.name());
        write(out, field.shape(), component);
      }
    }
  }
}
