package dev.beckon.api.http;

import java.time.Duration;

/// What the server takes from one caller before it refuses; each has a test of both sides.
///
/// @param bodyBytesMax of a request body as it comes over the wire
/// @param inflatedBytesMax of a compressed request body once inflated
/// @param documentBytesMax of a body with definitions, on the wire and inflated
/// @param headerBytesMax of all headers of a request together
/// @param targetBytesMax of the request line
/// @param requestsMax under way at a time
/// @param acknowledgeWithin how long a request waits for its input to become durable
/// @param drainWithin how long requests under way may take when the server stops
public record HttpLimits(
    int bodyBytesMax,
    int inflatedBytesMax,
    int documentBytesMax,
    int headerBytesMax,
    int targetBytesMax,
    int requestsMax,
    Duration acknowledgeWithin,
    Duration drainWithin) {

  public static final HttpLimits DEFAULT =
      new HttpLimits(
          1 << 20,
          4 << 20,
          16 << 20,
          16_384,
          8_192,
          1_000,
          Duration.ofSeconds(30),
          Duration.ofSeconds(20));
}
