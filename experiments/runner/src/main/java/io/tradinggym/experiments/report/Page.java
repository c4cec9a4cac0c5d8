package io.tradinggym.experiments.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** A self-contained HTML page, section by section. */
public final class Page {
  /** Colours for assets, a0 to a9 in the style sheet. */
  static final int PALETTE = 10;

  private final StringBuilder html = new StringBuilder();

  /** An empty page. */
  public Page(String title) {
    html.append("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">")
        .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")
        .append("<meta name=\"color-scheme\" content=\"light dark\"><title>")
        .append(Text.escape(title))
        .append("</title><style>")
        .append(resource("report.css"))
        .append("</style></head><body><main>\n");
  }

  /** The colour class of a contender. */
  static String style(String name, int position) {
    return position == 0 ? "agent" : "c-" + name.replaceAll("[^A-Za-z0-9-]", "");
  }

  /** Adds a fragment of HTML. */
  public Page add(String fragment) {
    html.append(fragment).append('\n');
    return this;
  }

  /**
   * Adds a section.
   *
   * @param heading HTML
   * @param lead HTML of a paragraph under it; empty for none
   * @param content HTML
   */
  public Page section(String heading, String lead, String content) {
    html.append("<section><h2>").append(heading).append("</h2>");
    if (!lead.isEmpty()) {
      html.append("<p class=\"lead\">").append(lead).append("</p>");
    }
    html.append(content).append("</section>\n");
    return this;
  }

  /** The page, with style sheet and script. */
  public String html() {
    return html
        + "<p class=\"lead\">"
        + Disclaimer.TEXT
        + "</p></main><div id=\"tip\" role=\"status\" aria-live=\"polite\" hidden></div><script>"
        + resource("report.js")
        + "</script></body></html>\n";
  }

  private static String resource(String name) {
    try (InputStream in = Page.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
