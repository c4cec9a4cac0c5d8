package io.tradinggym.examples.lessons.cli;

import io.tradinggym.examples.lessons.book.Cell;
import io.tradinggym.examples.lessons.book.CellFailure;
import io.tradinggym.examples.lessons.book.CellResult;
import io.tradinggym.examples.lessons.book.Curriculum;
import io.tradinggym.examples.lessons.book.Notebook;
import io.tradinggym.examples.lessons.book.NotebookRunner;
import io.tradinggym.examples.lessons.kit.Picture;
import io.tradinggym.experiments.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Reads and runs one lesson, cell by cell. */
@Command(
    name = "start",
    description = "Reads and runs a lesson cell by cell; Enter goes on, q leaves.")
final class StartCommand implements Runnable {
  private static final String LEAVE = "q";

  @CommandLine.Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "LESSON",
      description = "Number of a lesson, or a notebook's file such as mine.ipynb.")
  private String lesson = "";

  @Option(
      names = "--knob",
      paramLabel = "NAME=VALUE",
      description = "Turns a lesson's knob, such as --knob threshold=2; may be repeated.")
  private List<String> knobs = new ArrayList<>();

  @Option(names = "--no-wait", description = "Goes on by itself.")
  private boolean noWait;

  @Option(
      names = "--pictures",
      paramLabel = "DIR",
      description = "Where pictures go. Default: ${DEFAULT-VALUE}.")
  private Path pictures = Path.of(System.getProperty("user.home"), ".trading-gym", "pictures");

  @Override
  public void run() {
    Terminal terminal = new Terminal(spec.commandLine().getOut());
    Notebook notebook = turned(find());
    terminal.show(Terminal.DISCLAIMER);
    if (!noWait) {
      terminal.show("Enter goes on, q and Enter leave. Pictures go to " + pictures + ".");
    }
    try (NotebookRunner runner = new NotebookRunner()) {
      for (Cell cell : notebook.cells()) {
        if (cell.code()) {
          run(terminal, runner, notebook, cell);
        } else {
          terminal.show("\n" + Terminal.plain(cell.source()));
          if (leaves(terminal, cell)) {
            return;
          }
        }
      }
    } catch (CellFailure e) {
      throw new UserError(String.valueOf(e.getMessage()), e);
    }
  }

  /** With a knob turned a claim need not hold: that is what the knob is for. */
  private void run(Terminal terminal, NotebookRunner runner, Notebook notebook, Cell cell) {
    try {
      show(terminal, runner.run(notebook.name(), cell));
    } catch (CellFailure e) {
      if (knobs.isEmpty() || !cell.tags().contains("claim")) {
        throw e;
      }
      terminal.show("\nWith the knob turned: " + e.getMessage());
    }
  }

  private Notebook find() {
    if (lesson.matches("\\d+")) {
      return Curriculum.notebook(Integer.parseInt(lesson));
    }
    return Notebook.read(Path.of(lesson));
  }

  private Notebook turned(Notebook notebook) {
    Notebook turned = notebook;
    for (String knob : knobs) {
      int equals = knob.indexOf('=');
      if (equals < 1) {
        throw new UserError("--knob needs NAME=VALUE, was " + knob);
      }
      turned = turned.with(knob.substring(0, equals).strip(), knob.substring(equals + 1).strip());
    }
    return turned;
  }

  private boolean leaves(Terminal terminal, Cell cell) {
    if (noWait) {
      return false;
    }
    boolean guess = cell.tags().contains("guess");
    String typed =
        terminal.ask(
            guess ? "\nYour guess (it stays here; q leaves): " : "\n[Enter goes on, q leaves] ");
    return typed != null && typed.strip().equalsIgnoreCase(LEAVE);
  }

  private void show(Terminal terminal, CellResult result) {
    terminal.show("\n  | " + result.cell().source().replace("\n", "\n  | "));
    if (!result.output().isEmpty()) {
      terminal.show("\n" + result.output().stripTrailing());
    }
    for (Picture picture : result.pictures()) {
      terminal.show("\nPicture: " + written(result.cell(), picture));
    }
  }

  private Path written(Cell cell, Picture picture) {
    String name = lesson.matches("\\d+") ? Curriculum.slug(Integer.parseInt(lesson)) : "own";
    try {
      Files.createDirectories(pictures);
      return Files.writeString(
          pictures.resolve(name + "-" + cell.number() + ".svg"), picture.svg());
    } catch (IOException e) {
      throw new UserError("cannot write a picture into " + pictures + ": " + e.getMessage());
    }
  }
}
