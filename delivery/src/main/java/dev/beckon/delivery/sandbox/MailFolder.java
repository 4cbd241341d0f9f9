package dev.beckon.delivery.sandbox;

import dev.beckon.delivery.email.Answer;
import dev.beckon.delivery.email.Answer.Fault;
import dev.beckon.delivery.email.EmailChannel;
import dev.beckon.delivery.email.Mail;
import dev.beckon.delivery.email.Sender;
import dev.beckon.delivery.tracking.TrackingLinks;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// The sandbox: takes every message and keeps the newest ones in a folder per workspace, where they
/// outlive a restart.
public final class MailFolder implements Sandbox, EmailChannel {
  /// How many messages of one workspace the sandbox keeps.
  public static final int MESSAGES_MAX = 2_000;

  /// What the sandbox answers to every message.
  public static final String REPLY = "Shown in the sandbox inbox.";

  /// How long a message is kept.
  public static final Duration AGE_MAX = Duration.ofDays(30);

  private final Path folder;
  private final SandboxReader reader;
  private final InstantSource clock;
  private final int messagesMax;
  private final Map<Integer, Box> boxes = new ConcurrentHashMap<>();

  /// A folder for the sandbox.
  ///
  /// @param links by which tracked links are read
  public MailFolder(Path folder, TrackingLinks links, InstantSource clock) {
    this(folder, links, clock, MESSAGES_MAX);
  }

  /// @param messagesMax how many messages of one workspace are kept
  public MailFolder(Path folder, TrackingLinks links, InstantSource clock, int messagesMax) {
    this.messagesMax = messagesMax;
    this.folder = folder;
    this.reader = new SandboxReader(links);
    this.clock = clock;
  }

  @Override
  public Answer send(Sender sender, Mail mail) {
    try {
      Box box = box(sender.workspace());
      box.add(mail);
      box.expire(clock.millis() - AGE_MAX.toMillis());
      return new Answer.Accepted(REPLY, true);
    } catch (IOException | UncheckedIOException e) {
      return new Answer.NotNow("Expected to write to the sandbox, but: " + e, Fault.SERVER);
    }
  }

  /// The same message takes its own place again.
  @Override
  public boolean idempotent() {
    return true;
  }

  @Override
  public List<SandboxRow> list(int workspace, String words, long before, int limit) {
    return existing(workspace).map(box -> box.list(words, before, limit)).orElse(List.of());
  }

  @Override
  public Optional<SandboxMessage> read(int workspace, String id) {
    return existing(workspace)
        .flatMap(box -> box.row(id))
        .flatMap(row -> raw(workspace, id).map(bytes -> reader.read(row, bytes)));
  }

  @Override
  public Optional<byte[]> raw(int workspace, String id) {
    Optional<Box> box = existing(workspace);
    Optional<SandboxRow> row = box.flatMap(found -> found.row(id));
    if (row.isEmpty()) {
      return Optional.empty();
    }
    try {
      return box.get().message(row.get());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void clear(int workspace) {
    Optional<Box> box = existing(workspace);
    if (box.isPresent()) {
      try {
        box.get().clear();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /// The box of a workspace that has ever had a message.
  private Optional<Box> existing(int workspace) {
    boolean known = boxes.containsKey(workspace) || Files.isDirectory(folderOf(workspace));
    return known ? Optional.of(box(workspace)) : Optional.empty();
  }

  private Path folderOf(int workspace) {
    return folder.resolve(Integer.toString(workspace));
  }

  private Box box(int workspace) {
    return boxes.computeIfAbsent(
        workspace,
        _ -> {
          try {
            return new Box(folderOf(workspace), messagesMax);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }
}
