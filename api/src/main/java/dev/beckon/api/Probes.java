package dev.beckon.api;

import dev.beckon.api.http.About;
import dev.beckon.api.http.Method;
import dev.beckon.api.http.Response;
import dev.beckon.api.http.Route;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// What those who run the server ask of it: is it alive, can it work, what are its figures.
final class Probes {
  private static final String TAG = "Operations";
  private static final String TEXT = "text/plain; charset=utf-8";
  private static final String FIGURES = "text/plain; version=0.0.4; charset=utf-8";

  private final Supplier<Optional<String>> failure;
  private final BooleanSupplier draining;
  private final PrometheusMeterRegistry metrics;

  Probes(
      Supplier<Optional<String>> failure,
      BooleanSupplier draining,
      PrometheusMeterRegistry metrics) {
    this.failure = failure;
    this.draining = draining;
    this.metrics = metrics;
  }

  List<Route> routes() {
    return Stream.of(
            new Route(
                Method.GET,
                "/healthz",
                About.of(TAG, "Is the process alive?", "200 as long as it answers at all.")
                    .as(TEXT),
                _ -> Response.text(200, TEXT, "ok\n")),
            new Route(
                Method.GET,
                "/readyz",
                About.of(TAG, "Can it work?", "503 with the reason while it cannot.").as(TEXT),
                _ -> ready()),
            new Route(
                Method.GET,
                "/metrics",
                About.of(TAG, "Figures", "In the text format of Prometheus.").as(FIGURES),
                _ -> Response.text(200, FIGURES, metrics.scrape())))
        .map(Route::asUrgent)
        .toList();
  }

  private Response ready() {
    if (draining.getAsBoolean()) {
      return Response.text(503, TEXT, "The server is stopping.\n");
    }
    Optional<String> trouble = failure.get();
    return trouble.isPresent()
        ? Response.text(503, TEXT, trouble.get() + "\n")
        : Response.text(200, TEXT, "ready\n");
  }
}
