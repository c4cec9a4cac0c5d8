package io.tradinggym.examples.lessons.site;

import io.tradinggym.examples.lessons.book.Cell;
import io.tradinggym.examples.lessons.book.CellResult;
import io.tradinggym.examples.lessons.book.Curriculum;
import io.tradinggym.examples.lessons.book.Notebook;
import io.tradinggym.examples.lessons.book.NotebookRunner;
import io.tradinggym.examples.lessons.quiz.Quiz;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/**
 * A folder of pages, one a lesson and one to begin with. Style, script, pictures and formulas stand within each page:
 * nothing is loaded from anywhere. Results are hidden until the reader has guessed.
 */
public final class Site {
  private static final String RISK =
      "For education and simulation only; not investment advice. Trading can lose money; past and"
          + " simulated results promise nothing.";

  private final Path folder;
  private final StringBuilder index = new StringBuilder();

  /**
   * A site in a folder, which is made where it is missing.
   *
   * @throws IOException if it cannot be made
   */
  public Site(Path folder) throws IOException {
    this.folder = Files.createDirectories(folder);
  }

  /**
   * Runs a lesson and writes its page.
   *
   * @throws IOException if it cannot be written
   */
  public Path lesson(int number) throws IOException {
    Notebook notebook = Curriculum.notebook(number);
    StringBuilder body = new StringBuilder("<nav><a href=\"index.html\">All lessons</a></nav>\n");
    boolean guessed = false;
    try (NotebookRunner runner = new NotebookRunner()) {
      for (Cell cell : notebook.cells()) {
        if (cell.tags().contains("guess") && !guessed) {
          guessed = true;
          body.append(guess(cell));
        } else if (cell.code()) {
          body.append(code(runner.run(notebook.name(), cell)));
        } else {
          body.append("<section>").append(Markdown.html(cell.source())).append("</section>\n");
        }
      }
    }
    body.append(guessed ? "</div>\n" : "");
    body.append("<section class=\"quiz\"><h2>Questions</h2>\n")
        .append(QuizHtml.of(Quiz.of(number), number))
        .append("</section>\n");
    String slug = Curriculum.slug(number);
    index
        .append("<tr><td>%d</td><td><a href=\"%s.html\">".formatted(number, slug))
        .append(Markdown.escape(notebook.title()))
        .append(
            "</a></td><td>%s</td><td>%d min</td></tr>%n"
                .formatted(notebook.track(), notebook.minutes()));
    return Files.writeString(
        folder.resolve(slug + ".html"), page(number + " · " + notebook.title(), body.toString()));
  }

  /**
   * Writes the page to begin with, after the lessons.
   *
   * @throws IOException if it cannot be written
   */
  public Path index() throws IOException {
    String body =
        "<section><h1>Lessons</h1><p>Trading and reinforcement learning, each lesson run on the"
            + " library: read, guess, look, solve, be asked.</p><table><tr><th></th><th>lesson</th>"
            + "<th>track</th><th>time</th></tr>\n"
            + index
            + "</table></section>\n";
    return Files.writeString(folder.resolve("index.html"), page("Lessons", body));
  }

  private static String guess(Cell cell) {
    return "<section class=\"guess\">"
        + Markdown.html(cell.source())
        + "<p><input type=\"text\" aria-label=\"Your guess\"> <button type=\"button\""
        + " class=\"show\">I have guessed: run</button></p></section>\n"
        + "<div class=\"after\">\n";
  }

  private static String code(CellResult result) {
    StringBuilder html = new StringBuilder("<section class=\"code\"><pre><code>");
    html.append(Markdown.escape(result.cell().source())).append("</code></pre>\n");
    if (!result.output().isBlank()) {
      html.append("<pre class=\"output\">")
          .append(Markdown.escape(result.output()))
          .append("</pre>\n");
    }
    result
        .pictures()
        .forEach(picture -> html.append("<figure>").append(picture.svg()).append("</figure>\n"));
    return html.append("</section>\n").toString();
  }

  private static String page(String title, String body) throws IOException {
    return "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">"
        + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>"
        + Markdown.escape(title)
        + "</title><style>\n"
        + resource("site.css")
        + "</style></head><body><main>\n"
        + body
        + "<footer>"
        + RISK
        + "</footer></main><script>\n"
        + resource("site.js")
        + "</script></body></html>\n";
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = Site.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
