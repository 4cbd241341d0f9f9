package dev.beckon.registry.syntax;

import dev.beckon.core.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/// Reads YAML 1.2 as far as it is JSON in another dress, and remembers where everything stood.
///
/// Only `true`, `false` and `null` are words with a meaning. Words that other readers take for
/// truth values (`yes`, `no`, `on`, `off` …) are refused unless quoted, so that nobody is
/// surprised. No tags, anchors, aliases or second documents.
public final class Yaml {
  public static final int CHARS_MAX = 1_000_000;
  static final int DEPTH_MAX = 100;

  private static final Pattern SURPRISING =
      Pattern.compile("(?i)y|n|yes|no|on|off|true|false|null");
  private static final LoadSettings SETTINGS =
      LoadSettings.builder()
          .setAllowDuplicateKeys(false)
          .setCodePointLimit(CHARS_MAX * 2)
          .setAllowNonScalarKeys(true)
          .setUseMarks(true)
          .build();

  private final Map<String, Place> places = new HashMap<>();

  private Yaml() {}

  /// A place in a text, both counted from 1.
  public record Place(int line, int column) {}

  /// What was read.
  ///
  /// @param places by JSON pointer: of the key in an object, of the value elsewhere
  public record Parsed(Value value, Map<String, Place> places) {

    /// The place of what a pointer leads to, or of the nearest thing around it.
    public Place place(String pointer) {
      String at = pointer;
      while (true) {
        Place place = places.get(at);
        if (place != null) {
          return place;
        }
        if (at.isEmpty()) {
          return new Place(1, 1);
        }
        at = at.substring(0, Math.max(0, at.lastIndexOf('/')));
      }
    }
  }

  public static Parsed read(String text) throws SyntaxException {
    if (text.length() > CHARS_MAX) {
      throw new SyntaxException(
          1,
          1,
          "Expected at most %d characters, but got %d. Split the file."
              .formatted(CHARS_MAX, text.length()),
          null);
    }
    try {
      String body = text.startsWith("\uFEFF") ? text.substring(1) : text;
      refuseTricks(body);
      Optional<Node> node = new Compose(SETTINGS).composeString(body);
      if (node.isEmpty()) {
        throw new SyntaxException(1, 1, "Expected a document, but the file is empty.", null);
      }
      Yaml yaml = new Yaml();
      Value value = yaml.value(node.get(), "");
      return new Parsed(value, yaml.places);
    } catch (MarkedYamlEngineException e) {
      Place place = e.getProblemMark().map(Yaml::place).orElse(new Place(1, 1));
      throw new SyntaxException(
          place.line(), place.column(), "Expected YAML, but " + e.getProblem() + ".", e);
    } catch (YamlEngineException e) {
      throw new SyntaxException(1, 1, "Expected YAML, but " + e.getMessage() + ".", e);
    }
  }

  /// Looks for what could blow up or mislead before anything is built.
  private static void refuseTricks(String text) throws SyntaxException {
    int depth = 0;
    for (Event event : new Parse(SETTINGS).parseString(text)) {
      if (event instanceof AliasEvent
          || (event instanceof NodeEvent node && node.getAnchor().isPresent())) {
        throw at(
            event.getStartMark(),
            "Expected no anchors (&name) and aliases (*name), but found one. Write it out.");
      }
      if (event instanceof CollectionStartEvent) {
        depth++;
      } else if (event instanceof CollectionEndEvent) {
        depth--;
      }
      if (depth > DEPTH_MAX) {
        throw at(
            event.getStartMark(), "Expected nesting of at most " + DEPTH_MAX + ", but it is more.");
      }
    }
  }

  private Value value(Node node, String pointer) throws SyntaxException {
    places.putIfAbsent(pointer, place(node.getStartMark().orElseThrow()));
    return switch (node) {
      case ScalarNode scalar -> scalar(scalar);
      case SequenceNode sequence -> items(sequence, pointer);
      case MappingNode mapping -> fields(mapping, pointer);
      default -> throw at(node.getStartMark(), "Expected a value, but found something else.");
    };
  }

  private Value items(SequenceNode sequence, String pointer) throws SyntaxException {
    refuseTag(sequence, Tag.SEQ);
    List<Value> items = new ArrayList<>();
    for (Node item : sequence.getValue()) {
      items.add(value(item, pointer + "/" + items.size()));
    }
    return new Value.Items(items);
  }

  private Value fields(MappingNode mapping, String pointer) throws SyntaxException {
    refuseTag(mapping, Tag.MAP);
    LinkedHashMap<String, Value> fields = new LinkedHashMap<>();
    for (NodeTuple tuple : mapping.getValue()) {
      if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
        throw at(tuple.getKeyNode().getStartMark(), "Expected a word as key, but found more.");
      }
      String name = key.getValue();
      String place = pointer + "/" + name.replace("~", "~0").replace("/", "~1");
      places.put(place, place(key.getStartMark().orElseThrow()));
      if (fields.put(name, value(tuple.getValueNode(), place)) != null) {
        throw at(
            key.getStartMark(),
            "Expected each key once, but \"" + name + "\" is there twice. Remove one.");
      }
    }
    return new Value.Fields(fields);
  }

  private static Value scalar(ScalarNode node) throws SyntaxException {
    Tag tag = node.getTag();
    String text = node.getValue();
    if (tag.equals(Tag.STR)) {
      if (node.getScalarStyle() == ScalarStyle.PLAIN && SURPRISING.matcher(text).matches()) {
        throw at(
            node.getStartMark(),
            "Expected true, false or a text, but got %s. Write true or false, or put it in quotes: \"%s\"."
                .formatted(text, text));
      }
      return Value.of(text);
    }
    if (tag.equals(Tag.NULL)) {
      return Value.nothing();
    }
    if (tag.equals(Tag.BOOL)) {
      return Value.of(text.equals("true"));
    }
    if (tag.equals(Tag.INT) || tag.equals(Tag.FLOAT)) {
      return number(node, text);
    }
    throw at(node.getStartMark(), "Expected no tag, but found " + tag.getValue() + ". Remove it.");
  }

  private static Value number(ScalarNode node, String text) throws SyntaxException {
    try {
      return Json.read(text.startsWith("+") ? text.substring(1) : text);
    } catch (SyntaxException e) {
      throw at(
          node.getStartMark(),
          "Expected a number such as 10 or 2.5, but got %s. Put it in quotes if it is a text."
              .formatted(text));
    }
  }

  private static void refuseTag(Node node, Tag expected) throws SyntaxException {
    if (!node.getTag().equals(expected)) {
      throw at(
          node.getStartMark(),
          "Expected no tag, but found " + node.getTag().getValue() + ". Remove it.");
    }
  }

  private static SyntaxException at(Optional<Mark> mark, String message) {
    Place place = mark.map(Yaml::place).orElse(new Place(1, 1));
    return new SyntaxException(place.line(), place.column(), message, null);
  }

  private static Place place(Mark mark) {
    return new Place(mark.getLine() + 1, mark.getColumn() + 1);
  }
}
