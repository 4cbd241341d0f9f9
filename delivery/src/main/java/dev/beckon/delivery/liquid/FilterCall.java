package dev.beckon.delivery.liquid;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One use of a filter during one render: its arguments and what it may know of the render.
public final class FilterCall {

  private final FilterUse use;
  private final @Nullable Object[] arguments;
  private final Scope scope;

  FilterCall(FilterUse use, @Nullable Object[] arguments, Scope scope) {
    this.use = use;
    this.arguments = arguments;
    this.scope = scope;
  }

  /// How many arguments were given.
  public int count() {
    return arguments.length;
  }

  /// The argument at a position counted from 0; null when it was not given.
  public @Nullable Object argument(int position) {
    return position < arguments.length ? arguments[position] : null;
  }

  /// The argument given by name; null when it was not.
  public @Nullable Object keyword(String name) {
    var expression = use.keywords().get(name);
    return expression == null ? null : expression.value(scope);
  }

  /// The argument as text; empty when it is null or was not given.
  public String text(int position) {
    return textOf(argument(position));
  }

  /// The argument as text, or the fallback when it was not given.
  public String text(int position, String fallback) {
    return position < arguments.length ? textOf(arguments[position]) : fallback;
  }

  /// Any value as text.
  public String textOf(@Nullable Object value) {
    return Texts.of(value, scope);
  }

  /// The argument as a whole number; an error when it is anything else.
  public int integer(int position) {
    return Numbers.integer(argument(position), modern());
  }

  /// Any value as a list: lists inside of it are spread out, a single value becomes a list of one,
  /// null an empty one.
  public List<@Nullable Object> items(@Nullable Object value) {
    return Sequences.items(value, scope.budget());
  }

  public Instant now() {
    return scope.input().now();
  }

  public ZoneId zone() {
    return scope.input().zone();
  }

  /// An error that tells the author of the template what was expected.
  public RuntimeException expected(String message) {
    return Fault.value("Expected " + message);
  }

  /// Makes sure that a text of that length may be made.
  public void room(long length) {
    budget().text(length);
  }

  Scope scope() {
    return scope;
  }

  Budget budget() {
    return scope.budget();
  }

  boolean modern() {
    return scope.dialect().modern();
  }

  String name() {
    return use.filter().name();
  }
}
