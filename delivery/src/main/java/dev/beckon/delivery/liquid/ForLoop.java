package dev.beckon.delivery.liquid;

import org.jspecify.annotations.Nullable;

/// What `forloop` tells inside a loop: where it stands.
final class ForLoop implements Drop {

  private final String name;
  private final int length;
  private final @Nullable ForLoop parent;
  private int index;

  ForLoop(String name, int length, @Nullable ForLoop parent) {
    this.name = name;
    this.length = length;
    this.parent = parent;
  }

  void advance() {
    index++;
  }

  @Override
  public boolean has(String property) {
    return property.equals("parentloop") || get(property) != null;
  }

  @Override
  public @Nullable Object get(String property) {
    return switch (property) {
      case "index" -> index + 1L;
      case "index0" -> (long) index;
      case "rindex" -> (long) length - index;
      case "rindex0" -> length - index - 1L;
      case "first" -> index == 0;
      case "last" -> index == length - 1;
      case "length" -> (long) length;
      case "name" -> name;
      case "parentloop" -> parent;
      default -> null;
    };
  }
}
