package dev.beckon.core.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.beckon.core.testing.Json;
import org.junit.jupiter.api.Test;

/// What a new version has in common with the one before decides who must be looked at again.
final class CatalogTest {
  private static final String DOCUMENT =
      "{settings: {name: A, timezone: UTC}, segments: ["
          + "{id: 1, name: Keen, when: {performed: order, at_least: 2, within: 7d}},"
          + "{id: 2, name: Both, when: {all: [{performed: order, within: 1d},"
          + " {performed: order, where: [{property: total, gt: 5}]}]}}],"
          + " campaigns: [{id: 1, name: C, state: running, trigger: {segment: Keen}, steps: ["
          + "{id: a, send: {channel: email, message: M}, content: h1}]}]}";

  private static Catalog compile(String document, long version, Epochs epochs)
      throws DefinitionException {
    return Catalog.compile(1, version, Json.fields(document), epochs);
  }

  @Test
  void conditionsOnTheSameEventsShareOneLeaf() throws DefinitionException {
    Catalog catalog = compile(DOCUMENT, 1, Epochs.NONE);
    assertThat(catalog.leaves()).hasSize(2);
    assertThat(catalog.leaves()).anySatisfy(leaf -> assertThat(leaf.keeps()).isEqualTo(2));
  }

  @Test
  void anotherContentOfAMessageAsksNobodyAgain() throws DefinitionException {
    Catalog first = compile(DOCUMENT, 1, Epochs.NONE);
    Catalog second = compile(DOCUMENT.replace("content: h1", "content: h2"), 2, first.epochs());
    assertThat(first.sweep()).isTrue();
    assertThat(second.sweep()).isFalse();
    assertThat(second.sweptFor()).isEqualTo(1);
  }

  @Test
  void aChangedConditionStartsANewEpochOfItsOwn() throws DefinitionException {
    Catalog first = compile(DOCUMENT, 1, Epochs.NONE);
    Catalog second = compile(DOCUMENT.replace("gt: 5", "gt: 6"), 2, first.epochs());
    assertThat(second.sweep()).isTrue();
    assertThat(epochOf(second, 1)).isEqualTo(1);
    assertThat(epochOf(second, 2)).isEqualTo(2);
  }

  private static long epochOf(Catalog catalog, int segment) {
    var found = catalog.segment(segment);
    return found == null ? -1 : found.epoch();
  }

  @Test
  void aLeafThatMustKeepMoreIsANewOneAndOneThatMayKeepLessIsNot() throws DefinitionException {
    Catalog first = compile(DOCUMENT, 1, Epochs.NONE);
    Catalog more = compile(DOCUMENT.replace("at_least: 2", "at_least: 3"), 2, first.epochs());
    assertThat(more.leaves()).anySatisfy(leaf -> assertThat(leaf.epoch()).isEqualTo(2));
    Catalog less = compile(DOCUMENT.replace("at_least: 2", "at_least: 1"), 3, more.epochs());
    assertThat(less.leaves()).allSatisfy(leaf -> assertThat(leaf.epoch()).isLessThan(3));
  }

  @Test
  void epochsSurviveBeingStored() throws DefinitionException {
    Epochs epochs = compile(DOCUMENT, 4, Epochs.NONE).epochs();
    assertThat(Epochs.of(epochs.toValue())).isEqualTo(epochs);
  }
}
