package dev.beckon.engine.codec;

import dev.beckon.core.value.Value;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The bytes of a piece of data: one for the kind, then the content; short texts have their length
/// in the first byte.
public final class ValueCodec {
  private static final int NOTHING = 0;
  private static final int NO = 1;
  private static final int YES = 2;
  private static final int WHOLE = 3;
  private static final int DECIMAL = 4;
  private static final int TEXT = 5;
  private static final int ITEMS = 6;
  private static final int FIELDS = 7;
  private static final int SHORT_TEXT = 0x80;
  private static final int DEPTH_MAX = 100;

  private ValueCodec() {}

  public static void write(Value value, ByteSink out) {
    switch (value) {
      case Value.Nothing _ -> out.one(NOTHING);
      case Value.Truth truth -> out.one(truth.truth() ? YES : NO);
      case Value.Whole whole -> {
        out.one(WHOLE);
        out.signed(whole.number());
      }
      case Value.Decimal decimal -> {
        out.one(DECIMAL);
        out.eight(Double.doubleToLongBits(decimal.number()));
      }
      case Value.Text text -> text(text.text(), out);
      case Value.Items items -> {
        out.one(ITEMS);
        out.varint(items.items().size());
        for (Value item : items.items()) {
          write(item, out);
        }
      }
      case Value.Fields fields -> {
        out.one(FIELDS);
        fields(fields, out);
      }
    }
  }

  /// Fields without the byte for their kind, where nothing else can be.
  public static void fields(Value.Fields fields, ByteSink out) {
    out.varint(fields.fields().size());
    for (Map.Entry<String, Value> field : fields.fields().entrySet()) {
      out.text(field.getKey());
      write(field.getValue(), out);
    }
  }

  public static Value read(ByteSource in) {
    return read(in, 0);
  }

  public static Value.Fields fields(ByteSource in) {
    return fields(in, 0);
  }

  private static void text(String text, ByteSink out) {
    if (text.length() < SHORT_TEXT) {
      byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
      if (utf8.length < SHORT_TEXT) {
        out.one(SHORT_TEXT | utf8.length);
        out.raw(utf8);
        return;
      }
    }
    out.one(TEXT);
    out.text(text);
  }

  private static Value read(ByteSource in, int depth) {
    int kind = in.one();
    if (kind >= SHORT_TEXT) {
      return Value.of(in.textOf(kind - SHORT_TEXT));
    }
    return switch (kind) {
      case NOTHING -> Value.nothing();
      case NO -> Value.of(false);
      case YES -> Value.of(true);
      case WHOLE -> Value.of(in.signed());
      case DECIMAL -> decimal(in);
      case TEXT -> Value.of(in.text());
      case ITEMS -> items(in, deeper(depth));
      case FIELDS -> fields(in, deeper(depth));
      default ->
          throw new CodecException(
              "Expected the kind of a value, but got " + kind + "; the row is damaged.");
    };
  }

  private static Value decimal(ByteSource in) {
    double number = Double.longBitsToDouble(in.eight());
    if (!Double.isFinite(number)) {
      throw new CodecException(
          "Expected a finite number, but got " + number + "; the row is damaged.");
    }
    return Value.of(number);
  }

  private static Value items(ByteSource in, int depth) {
    int count = in.count();
    List<Value> items = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      items.add(read(in, depth));
    }
    return new Value.Items(items);
  }

  private static Value.Fields fields(ByteSource in, int depth) {
    int count = in.count();
    if (count == 0) {
      return Value.Fields.EMPTY;
    }
    LinkedHashMap<String, Value> fields = LinkedHashMap.newLinkedHashMap(count);
    for (int i = 0; i < count; i++) {
      String name = in.text();
      fields.put(name, read(in, depth));
    }
    return new Value.Fields(fields);
  }

  private static int deeper(int depth) {
    if (depth == DEPTH_MAX) {
      throw new CodecException(
          "Expected a value of at most " + DEPTH_MAX + " levels, but it goes deeper.");
    }
    return depth + 1;
  }
}
