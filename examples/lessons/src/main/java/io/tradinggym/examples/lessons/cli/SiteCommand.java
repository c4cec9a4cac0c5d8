package io.tradinggym.examples.lessons.cli;

import io.tradinggym.examples.lessons.book.CellFailure;
import io.tradinggym.examples.lessons.book.Curriculum;
import io.tradinggym.examples.lessons.site.Site;
import io.tradinggym.experiments.UserError;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** Writes all lessons as HTML. */
@Command(
    name = "site",
    description =
        "Runs every lesson and writes them as HTML pages with pictures and quizzes that need"
            + " nothing else.")
final class SiteCommand implements Runnable {
  @CommandLine.Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--out", paramLabel = "DIR", required = true, description = "Where to write.")
  private Path out = Path.of("");

  @Option(
      names = "--lesson",
      paramLabel = "N",
      split = ",",
      description = "These alone, such as 5,7. Default: all.")
  private List<Integer> numbers = Curriculum.numbers();

  @Override
  public void run() {
    Terminal terminal = new Terminal(spec.commandLine().getOut());
    try {
      Site site = new Site(out);
      for (int number : numbers) {
        terminal.show("lesson " + number + ": " + Curriculum.notebook(number).title());
        site.lesson(number);
      }
      terminal.show("Wrote " + site.index());
    } catch (CellFailure e) {
      throw new UserError(String.valueOf(e.getMessage()), e);
    } catch (IOException e) {
      throw new UserError("cannot write into " + out + ": " + e.getMessage(), e);
    }
  }
}
