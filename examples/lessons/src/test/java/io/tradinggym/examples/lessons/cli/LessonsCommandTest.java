package io.tradinggym.examples.lessons.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradinggym.examples.lessons.kit.Size;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class LessonsCommandTest {
  @TempDir private Path folder = Path.of("");

  private record Cli(int code, String out) {}

  @BeforeAll
  static void small() {
    System.setProperty(Size.PROPERTY, "ci");
  }

  @AfterAll
  static void full() {
    System.clearProperty(Size.PROPERTY);
  }

  private Cli run(String typed, String... args) {
    StringWriter out = new StringWriter();
    CommandLine line = new CommandLine(new LessonsProvider().command());
    line.setOut(new PrintWriter(out)).setErr(new PrintWriter(out));
    InputStream before = System.in;
    System.setIn(new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)));
    try {
      List<String> all = new ArrayList<>(List.of("--progress-file=" + folder.resolve("p.json")));
      if (!args[0].startsWith("--today")) {
        all.add("--today=2026-11-30");
      }
      all.addAll(List.of(args));
      return new Cli(line.execute(all.toArray(String[]::new)), out.toString());
    } finally {
      System.setIn(before);
    }
  }

  @Test
  void theLessonsAreListed() {
    Cli cli = run("", "list");

    assertThat(cli.code()).isZero();
    assertThat(cli.out()).contains("An environment of your own", "9 of  9 due", "not investment");
  }

  @Test
  void aQuizIsAskedAndComesBackWhenDue() {
    Cli asked = run("x\n".repeat(9), "quiz", "5");

    assertThat(asked.out()).contains("0 of 9 right.");
    assertThat(folder.resolve("p.json")).exists();
    assertThat(run("", "quiz", "5").out()).startsWith("Nothing of lesson 5 is due today");
    assertThat(run("", "list").out()).contains("0 of  9 due");
    assertThat(run("", "progress").out()).contains("1 day   9");
    assertThat(run("", "--today=2026-12-01", "list").out()).contains("9 of  9 due");
  }

  @Test
  void anEndOfInputEndsTheQuiz() {
    assertThat(run("", "quiz", "5").out()).contains("0 of 0 right.");
    assertThat(folder.resolve("p.json")).doesNotExist();
  }

  @Test
  void aLessonIsReadRunAndDrawn() {
    Cli cli =
        run(
            "",
            "start",
            "5",
            "--no-wait",
            "--knob",
            "threshold=1.5",
            "--pictures",
            folder + "/pics");

    assertThat(cli.code()).as(cli.out()).isZero();
    assertThat(cli.out())
        .contains(
            "double threshold = 1.5;", "With the knob turned: ", "does not hold", "Picture: ");
    assertThat(folder.resolve("pics")).isDirectoryContaining("glob:**/05-own-environment-*.svg");
  }

  @Test
  void aLessonSaysHowToLeaveItAndWherePicturesGo() {
    Cli cli = run("\nq\n", "start", "5", "--pictures", folder + "/pics");

    assertThat(cli.code()).isZero();
    assertThat(cli.out())
        .contains("Enter goes on, q and Enter leave. Pictures go to " + folder + "/pics.")
        .doesNotContain("Picture: ");
    assertThat(cli.out().stripTrailing()).endsWith("q leaves]");
  }

  @Test
  void aNotebookOfOnesOwnIsRun() throws Exception {
    Path mine = folder.resolve("mine.ipynb");
    assertThat(run("", "copy", "5", mine.toString()).out()).contains("Wrote " + mine);
    Files.writeString(
        mine, Files.readString(mine).replace("return 1;   // yours", "return nothing;"));

    Cli cli = run("", "start", mine.toString(), "--no-wait", "--pictures", folder + "/pics");

    assertThat(cli.code()).isEqualTo(1);
    assertThat(cli.out()).contains("mine.ipynb, cell 13", "return nothing;");
  }

  @Test
  void theSiteNeedsNothingElse() throws Exception {
    Cli cli = run("", "site", "--lesson", "5", "--out", folder + "/site");

    assertThat(cli.code()).as(cli.out()).isZero();
    String page = Files.readString(folder.resolve("site/05-own-environment.html"));
    assertThat(page)
        .contains("<math", "<svg", "class=\"question\"", "Trading can lose money", "Holds: ")
        .doesNotContain("<link", "src=", "@import");
    assertThat(folder.resolve("site/index.html")).content().contains("05-own-environment.html");
  }
}
