package dev.beckon.simulator.audit;

import dev.beckon.core.delivery.DeliveryId;
import dev.beckon.core.identity.Identifier;
import dev.beckon.core.identity.IdentifierKind;
import dev.beckon.core.identity.PersonKey;
import dev.beckon.core.value.Value;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Everything ever said of one person, and what followed from it, in the model.
public final class Dossier {
  private static final int LETTERS_REMEMBERED = 50;

  private final PersonKey key;
  private final long createdAt;
  private final Map<IdentifierKind, Slot> slots = new EnumMap<>(IdentifierKind.class);
  private final Map<String, Written> attributes = new TreeMap<>();
  private final List<Deed> deeds = new ArrayList<>();
  private final List<Long> marks = new ArrayList<>();
  private final Map<Integer, Stay> stays = new TreeMap<>();
  private final List<Voyage> voyages = new ArrayList<>();
  private final Map<Integer, Long> lastEntries = new HashMap<>();
  private final List<Letter> letters = new ArrayList<>();
  private final Map<DeliveryId, Letter> byDelivery = new HashMap<>();
  private final Muting muting = new Muting();
  private long lookedAt;
  private long version;
  private boolean gone;
  private @Nullable PersonKey successor;
  private long since;

  Dossier(PersonKey key, long createdAt, long version) {
    this.key = key;
    this.createdAt = createdAt;
    this.lookedAt = createdAt;
    this.since = createdAt;
    this.version = version;
  }

  /// An identifier of the person; `pending` until its desk has agreed.
  ///
  /// @param instead of what: stays the person's until then
  public record Slot(Identifier identifier, boolean pending, @Nullable Identifier instead) {
    Slot(Identifier identifier, boolean pending) {
      this(identifier, pending, null);
    }
  }

  /// A value and its logical time.
  record Written(Value value, long setAt) {}

  /// Whether the person is in a group, and since when that is so.
  public record Stay(boolean in, long since) {}

  public PersonKey key() {
    return key;
  }

  @Nullable Slot slot(IdentifierKind kind) {
    return slots.get(kind);
  }

  public List<Slot> slots() {
    return List.copyOf(slots.values());
  }

  void fill(IdentifierKind kind, @Nullable Slot slot) {
    if (slot == null) {
      slots.remove(kind);
    } else {
      slots.put(kind, slot);
    }
  }

  boolean isGone() {
    return gone;
  }

  void go() {
    gone = true;
  }

  /// Leaves for somebody else, who takes over everything.
  void goTo(PersonKey other) {
    gone = true;
    successor = other;
  }

  @Nullable PersonKey successor() {
    return successor;
  }

  long createdAt() {
    return createdAt;
  }

  /// Every identifier that a desk may know of this person.
  List<Identifier> known() {
    List<Identifier> known = new ArrayList<>();
    slots.values().forEach(slot -> known.add(slot.identifier()));
    for (Slot slot : slots.values()) {
      if (slot.instead() != null) {
        known.add(slot.instead());
      }
    }
    return known;
  }

  /// Everybody who became part of this person.
  public Set<PersonKey> absorbed() {
    return absorbed;
  }

  /// Takes over what another person did, said, was sent and is going through.
  void absorb(Dossier other) {
    since = Math.min(since, other.since);
    absorbed.add(other.key);
    absorbed.addAll(other.absorbed);
    deeds.addAll(other.deeds);
    marks.addAll(other.marks);
    letters.addAll(other.letters);
    byDelivery.putAll(other.byDelivery);
    other.attributes.forEach(
        (name, written) -> {
          if (text(name) == null && !written.value().isBlank()) {
            attributes.put(name, written);
          }
        });
  }

  private final Set<PersonKey> absorbed = new LinkedHashSet<>();

  /// Whether the identifier is given up once another one is granted.
  boolean keeps(Identifier identifier) {
    Slot slot = slots.get(identifier.kind());
    return slot != null && slot.instead() != null && slot.instead().sameAs(identifier);
  }

  boolean hasForSure(Identifier identifier) {
    Slot slot = slots.get(identifier.kind());
    return slot != null && !slot.pending() && slot.identifier().sameAs(identifier);
  }

  boolean holds(Identifier identifier) {
    Slot slot = slots.get(identifier.kind());
    return slot != null && slot.identifier().sameAs(identifier);
  }

  @Nullable String email() {
    Slot slot = slots.get(IdentifierKind.EMAIL);
    return slot == null ? null : slot.identifier().value();
  }

  @Nullable Written written(String name) {
    return attributes.get(name);
  }

  void write(String name, Written written) {
    attributes.put(name, written);
  }

  /// The value as text; null where there is none.
  @Nullable String text(String name) {
    Written written = attributes.get(name);
    return written == null || written.value().isBlank() ? null : written.value().asText();
  }

  List<Deed> deeds() {
    return deeds;
  }

  /// The numbers that the workload gave to the person's events.
  public List<Long> marks() {
    return marks;
  }

  /// Since when the person is known: added, or did something, whatever was earlier.
  long knownSince() {
    long earliest = since;
    for (Deed deed : deeds) {
      earliest = Math.min(earliest, deed.at());
    }
    return earliest;
  }

  public Map<Integer, Stay> stays() {
    return stays;
  }

  public List<Voyage> voyages() {
    return voyages;
  }

  Map<Integer, Long> lastEntries() {
    return lastEntries;
  }

  /// In the order in which they were decided on.
  public List<Letter> letters() {
    return letters;
  }

  /// The latest letters, of which outcomes are still counted.
  List<Letter> remembered() {
    return letters.subList(Math.max(0, letters.size() - LETTERS_REMEMBERED), letters.size());
  }

  public Map<DeliveryId, Letter> byDelivery() {
    return byDelivery;
  }

  public Muting muting() {
    return muting;
  }

  long lookedAt() {
    return lookedAt;
  }

  void look(long at) {
    lookedAt = Math.max(lookedAt, at);
  }

  long version() {
    return version;
  }

  void adopt(long next) {
    version = next;
  }
}
