package dev.beckon.delivery.liquid;

/// A tag that the embedder adds to a [Dialect], such as `{% unsubscribe_url %}`; it must not keep
/// state.
@FunctionalInterface
public interface CustomTag {

  void render(TagCall call);

  /// Whether the markup behind the name is read as arguments, values and `name: value` pairs, with
  /// or without commas. A tag with a markup of its own says no and reads [TagCall#markup].
  default boolean readsArguments() {
    return true;
  }
}
