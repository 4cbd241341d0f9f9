package dev.beckon.delivery.render;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlainTextTest {
  @Test
  void aMessageReadsWellWithoutItsMarkup() {
    String html =
        """
        <html><head><title>T</title><style>p {}</style></head><body>
        <div style="display: none">preheader</div>
        <h1>Welcome,   Ann</h1>
        <p>Thanks for   joining.<br>See <a href="https://a.test/x?y=1&amp;z=2">the <b>guide</b></a>
        or write to <a href="mailto:help@a.test">help@a.test</a>.</p>
        <ul><li>One</li><li>Two &amp; three</li></ul>
        <table><tr><td>Plan</td><td>Pro</td></tr><tr><td>Price</td><td>9&nbsp;€</td></tr></table>
        <a href="https://a.test"><img src="x.png" alt="Acme"></a> <a href="#top">up</a>
        <a href="https://b.test">https://b.test</a> <a href="https://c.test"></a>
        <hr><script>x()</script><p></p><p>Bye</p></body></html>
        """;
    assertThat(PlainText.of(html))
        .isEqualTo(
            """
            Welcome, Ann

            Thanks for joining.
            See the guide (https://a.test/x?y=1&z=2) or write to help@a.test.

            - One
            - Two & three

            Plan Pro
            Price 9 €

            Acme (https://a.test) up https://b.test https://c.test
            ---

            Bye""");
  }

  @Test
  void anythingAtAllGivesSomeText() {
    assertThat(PlainText.of("")).isEmpty();
    assertThat(PlainText.of("just text")).isEqualTo("just text");
    assertThat(PlainText.of("<a>".repeat(2_000) + "x")).isEqualTo("x");
  }
}
