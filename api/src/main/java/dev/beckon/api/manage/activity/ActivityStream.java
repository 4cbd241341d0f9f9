package dev.beckon.api.manage.activity;

import dev.beckon.api.http.Refusal;
import dev.beckon.api.http.Response;
import dev.beckon.api.json.RecordWriter;
import dev.beckon.api.manage.Call;
import dev.beckon.engine.query.ActivityFilter;
import dev.beckon.engine.query.ActivityId;
import dev.beckon.engine.query.ActivityTail;
import dev.beckon.engine.query.ActivityView;
import dev.beckon.engine.query.Queries;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// Writes what happens as server-sent events, for as long as somebody reads.
///
/// The log is asked a few times a second. What is more than the rate is skipped and counted, so
/// that a slow reader never holds anything up.
public final class ActivityStream {
  /// How many activities are sent in a second.
  static final int PER_SECOND_MAX = 50;

  private static final int POLLS_PER_SECOND = 5;
  private static final long POLL_MS = 1_000 / POLLS_PER_SECOND;
  private static final int POLLS_PER_COMMENT = 15 * POLLS_PER_SECOND;

  private final Queries queries;
  private final ActivityViews views;
  private final BooleanSupplier stopping;

  /// @param stopping whether the server is about to stop, so that streams must end
  public ActivityStream(Queries queries, ActivityViews views, BooleanSupplier stopping) {
    this.queries = queries;
    this.views = views;
    this.stopping = stopping;
  }

  Response open(Call call, ActivityFilter filter) {
    ActivityTail tail =
        new ActivityTail(
            queries, call.workspace(), filter, after(call.request().header("last-event-id")));
    return new Response.Streamed(
        200,
        List.of(
            new Response.Header("content-type", "text/event-stream"),
            new Response.Header("cache-control", "no-store"),
            new Response.Header("x-accel-buffering", "no")),
        out -> write(call.workspace(), tail, out));
  }

  private static @Nullable ActivityId after(@Nullable String lastEventId) {
    if (lastEventId == null || lastEventId.isEmpty()) {
      return null;
    }
    try {
      return ActivityId.parse(lastEventId);
    } catch (IllegalArgumentException _) {
      throw Refusal.invalid("Expected the id of an activity in Last-Event-ID.");
    }
  }

  private void write(int workspace, ActivityTail tail, OutputStream out) throws IOException {
    say(out, ": from now on\n\n");
    int allowance = PER_SECOND_MAX;
    for (long polls = 1; !stopping.getAsBoolean(); polls++) {
      ActivityTail.Poll poll = tail.poll(allowance);
      allowance -= poll.items().size();
      for (ActivityView view : poll.items()) {
        say(out, event(workspace, view));
      }
      if (poll.skipped() > 0) {
        say(out, "event: skipped\ndata: {\"count\": " + poll.skipped() + "}\n\n");
      }
      if (polls % POLLS_PER_SECOND == 0) {
        allowance = PER_SECOND_MAX;
      }
      if (polls % POLLS_PER_COMMENT == 0) {
        say(out, ": still here\n\n");
      }
      if (!pause()) {
        return;
      }
    }
  }

  private String event(int workspace, ActivityView view) {
    ActivityJson json = views.json(workspace, view);
    String data = new String(RecordWriter.bytes(json), StandardCharsets.UTF_8);
    return "event: activity\nid: " + json.id() + "\ndata: " + data + "\n\n";
  }

  private static void say(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  private static boolean pause() {
    try {
      Thread.sleep(POLL_MS);
      return true;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
