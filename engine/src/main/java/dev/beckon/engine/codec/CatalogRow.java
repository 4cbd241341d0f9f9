package dev.beckon.engine.codec;

import dev.beckon.core.catalog.Catalog;
import dev.beckon.core.catalog.DefinitionException;
import dev.beckon.core.catalog.Epochs;
import dev.beckon.core.value.Value;

/// A row of CATALOG: the definitions in force in a workspace, and since when each part has been.
public record CatalogRow(long version, Value.Fields definitions, Value.Fields epochs) {
  private static final int FORMAT = 1;

  public void write(ByteSink out) {
    out.one(FORMAT);
    out.varint(version);
    ValueCodec.fields(definitions, out);
    ValueCodec.fields(epochs, out);
  }

  /// The version, without reading the rest.
  public static long versionOf(byte[] row) {
    ByteSource in = new ByteSource(row);
    in.version("definitions", FORMAT);
    return in.varint();
  }

  public static CatalogRow read(byte[] row) {
    return RowReader.read(row, "definitions", FORMAT, CatalogRow::read);
  }

  private static CatalogRow read(ByteSource in) {
    long version = in.varint();
    return new CatalogRow(version, ValueCodec.fields(in), ValueCodec.fields(in));
  }

  /// The definitions, ready for deciding.
  public Catalog compiled(int workspace) {
    try {
      return Catalog.compile(workspace, version, definitions, Epochs.of(epochs));
    } catch (DefinitionException e) {
      throw new IllegalStateException(
          "Expected the stored definitions of workspace "
              + workspace
              + " to be right, but this release refuses them; go back to the release that wrote"
              + " them.",
          e);
    }
  }
}
