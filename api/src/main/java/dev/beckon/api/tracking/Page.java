package dev.beckon.api.tracking;

import dev.beckon.api.http.Response;

/// A small page for whoever follows a link in a message: readable on a phone, in light and dark,
/// without any script.
///
/// @param heading in one line
/// @param text what follows, in a sentence or two
/// @param button label of the button that confirms, empty for none
record Page(String heading, String text, String button) {
  /// The field of the form by which our own page is told from a mail client.
  static final String CONFIRMED = "confirmed";

  private static final String POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none';"
          + " frame-ancestors 'none'";

  private static final String HTML =
      """
      <!doctype html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <meta name="robots" content="noindex">
      <title>{heading}</title>
      <style>
      :root { color-scheme: light dark; --ink: #1d1b18; --quiet: #57534c; --paper: #f8f7f5; --card: #fff;
        --line: #e9e6e0; --button: #1d1b18; --on: #fff }
      @media (prefers-color-scheme: dark) {
        :root { --ink: #eeece8; --quiet: #b3aea6; --paper: #121110; --card: #191817;
          --line: #2a2826; --button: #eeece8; --on: #1d1b18 }
      }
      body { margin: 0; padding: 1.25rem; min-height: 100vh; box-sizing: border-box; display: grid;
        place-items: center; background: var(--paper); color: var(--ink);
        font: 1rem/1.55 -apple-system, "Segoe UI", Roboto, Helvetica, Arial, sans-serif }
      main { background: var(--card); border: 1px solid var(--line); border-radius: .875rem;
        padding: 2rem 1.75rem; max-width: 26rem; width: 100%; box-sizing: border-box;
        overflow-wrap: anywhere }
      h1 { font-size: 1.375rem; line-height: 1.25; letter-spacing: -.015em; margin: 0 0 .625rem }
      p { margin: 0; color: var(--quiet); text-wrap: pretty }
      form { margin: 1.5rem 0 0 }
      button { font: inherit; font-weight: 600; width: 100%; min-height: 3rem; padding: .5rem 1rem;
        border: 0; border-radius: .5rem; background: var(--button); color: var(--on); cursor: pointer }
      button:focus-visible { outline: 3px solid #2463c4; outline-offset: 2px }
      </style>
      </head>
      <body>
      <main>
      <h1>{heading}</h1>
      <p>{text}</p>
      {form}</main>
      </body>
      </html>
      """;

  private static final String FORM =
      """
      <form method="post">
      <input type="hidden" name="confirmed" value="yes">
      <button type="submit">{button}</button>
      </form>
      """;

  static Page of(String heading, String text) {
    return new Page(heading, text, "");
  }

  Response answer(int status) {
    String form = button.isEmpty() ? "" : FORM.replace("{button}", escape(button));
    String html =
        HTML.replace("{form}", form)
            .replace("{heading}", escape(heading))
            .replace("{text}", escape(text));
    return Response.text(status, "text/html; charset=utf-8", html)
        .with("cache-control", "no-store")
        .with("content-security-policy", POLICY)
        .with("referrer-policy", "no-referrer")
        .with("x-content-type-options", "nosniff");
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;")
        .replace("{", "&#123;");
  }
}
