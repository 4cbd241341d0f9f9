package dev.beckon.delivery.liquid;

import static dev.beckon.delivery.liquid.Rendering.input;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// One template on many threads: nobody sees another person's data.
final class ConcurrencyTest {

  private static final int THREADS = 16;
  private static final int RENDERS = 500;

  private static final Template SHARED =
      Template.parse(
          """
          {%- assign who = customer.name | upcase -%}
          {%- capture line %}{% for item in customer.items %}{% cycle 'a', 'b' %}{{ item }}{{ forloop.index }}{% endfor %}{% endcapture -%}
          {%- increment n -%}{%- increment n -%}
          {{- who }}:{{ line }}:{% ifchanged %}{{ who }}{% endifchanged %}:{% tablerow i in customer.items cols: 2 %}{{ i }}{% endtablerow %}:{% render_liquid customer.liquid %}\
          """,
          Dialect.messages());

  private static Map<String, Object> person(int number) {
    var name = "person" + number;
    var items = IntStream.rangeClosed(0, number % 5).mapToObj(i -> name + "-" + i).toList();
    return Map.of("customer", Map.of("name", name, "items", items, "liquid", "{{ who }}{{ n }}"));
  }

  @Test
  void oneTemplateRenderedFromManyThreadsNeverMixes() throws Exception {
    var expected =
        IntStream.range(0, THREADS).mapToObj(i -> SHARED.render(input(person(i)))).toList();
    var start = new CountDownLatch(THREADS);
    try (var threads = Executors.newFixedThreadPool(THREADS)) {
      var tasks =
          IntStream.range(0, THREADS)
              .<Callable<List<String>>>mapToObj(
                  i ->
                      () -> {
                        start.countDown();
                        start.await();
                        return IntStream.range(0, RENDERS)
                            .mapToObj(_ -> SHARED.render(input(person(i))))
                            .distinct()
                            .toList();
                      })
              .toList();
      var results = threads.invokeAll(tasks);
      for (var i = 0; i < THREADS; i++) {
        assertThat(results.get(i).get()).containsExactly(expected.get(i));
      }
    }
    assertThat(expected).doesNotHaveDuplicates();
  }

  @Test
  void theDataIsNotChanged() {
    var items = new java.util.ArrayList<>(List.of(3L, 1L, 2L));
    var values = new java.util.HashMap<String, Object>(Map.of("items", items, "n", 5L));
    Rendering.render(
        "{% increment n %}{% assign items = items | sort | push: 9 | reverse %}{{ items | join }}{% assign n = 0 %}",
        values);
    assertThat(values).containsEntry("n", 5L).containsEntry("items", List.of(3L, 1L, 2L));
  }
}
