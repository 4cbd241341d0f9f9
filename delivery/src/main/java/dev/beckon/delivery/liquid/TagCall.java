package dev.beckon.delivery.liquid;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One use of a [CustomTag] during one render: its arguments and the way to write.
public final class TagCall {

  private final String name;
  private final String markup;
  private final List<@Nullable Object> arguments;
  private final Map<String, @Nullable Object> keywords;
  private final Scope scope;

  TagCall(
      String name,
      String markup,
      List<@Nullable Object> arguments,
      Map<String, @Nullable Object> keywords,
      Scope scope) {
    this.name = name;
    this.markup = markup;
    this.arguments = arguments;
    this.keywords = keywords;
    this.scope = scope;
  }

  public String name() {
    return name;
  }

  /// What stands behind the name of the tag, as written.
  public String markup() {
    return markup;
  }

  /// The values of the arguments without a name, in order.
  public List<@Nullable Object> arguments() {
    return arguments;
  }

  /// The values of the arguments with a name, in order.
  public Map<String, @Nullable Object> keywords() {
    return keywords;
  }

  /// The value of a root name or variable; null when there is none.
  public @Nullable Object variable(String root) {
    var value = scope.find(root);
    return Values.isNothing(value) ? null : value;
  }

  public RenderInput input() {
    return scope.input();
  }

  /// The attachment of the input when it is of that type.
  public <T> Optional<T> attachment(Class<T> type) {
    var attachment = scope.input().attachment();
    return type.isInstance(attachment) ? Optional.of(type.cast(attachment)) : Optional.empty();
  }

  /// Any value as text.
  public String textOf(@Nullable Object value) {
    return Texts.of(value, scope);
  }

  /// Adds to the result, or to the `capture` in which the tag stands.
  public void write(String text) {
    scope.output().write(text);
  }

  /// An error that tells the author of the template what was expected.
  public RuntimeException expected(String message) {
    return Fault.value("Expected " + message);
  }
}
