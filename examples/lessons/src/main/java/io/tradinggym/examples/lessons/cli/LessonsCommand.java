package io.tradinggym.examples.lessons.cli;

import io.tradinggym.examples.lessons.book.Curriculum;
import io.tradinggym.examples.lessons.book.Notebook;
import io.tradinggym.examples.lessons.quiz.Progress;
import io.tradinggym.examples.lessons.quiz.Quiz;
import io.tradinggym.experiments.UserError;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;

/** Lessons in the terminal. */
@Command(
    name = "lessons",
    description = {
      "Twenty lessons in trading and reinforcement learning: read, guess, run, solve, be asked.",
      "Every lesson runs on this library. Answers stay in a file on this machine."
    },
    subcommands = {StartCommand.class, QuizCommand.class, SiteCommand.class})
final class LessonsCommand implements Runnable {
  /** The clock of the day on which a question is due. */
  private static final InstantSource CLOCK = InstantSource.system();

  @CommandLine.Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--progress-file",
      paramLabel = "FILE",
      scope = ScopeType.INHERIT,
      description = "Where progress is kept. Default: ${DEFAULT-VALUE}.")
  private Path file = Path.of(System.getProperty("user.home"), ".trading-gym", "lessons.json");

  @Option(
      names = "--today",
      paramLabel = "DATE",
      hidden = true,
      scope = ScopeType.INHERIT,
      description = "Another day than today, such as 2026-11-30.")
  private LocalDate today = LocalDate.ofInstant(CLOCK.instant(), ZoneId.systemDefault());

  Path file() {
    return file;
  }

  LocalDate today() {
    return today;
  }

  @Override
  public void run() {
    list();
  }

  @Command(name = "list", description = "The lessons, and how many questions of each are due.")
  void list() {
    PrintWriter out = spec.commandLine().getOut();
    Progress progress = Progress.read(file);
    for (int number : Curriculum.numbers()) {
      Notebook lesson = Curriculum.notebook(number);
      Quiz quiz = Quiz.of(number);
      long due = quiz.questions().stream().filter(q -> progress.due(number, q, today)).count();
      out.printf(
          "%2d  %-10s  %2d min  %2d of %2d due  %s%n",
          number, lesson.track(), lesson.minutes(), due, quiz.questions().size(), lesson.title());
    }
    out.println("Begin with: experiments/run lessons start 1. " + Terminal.DISCLAIMER);
  }

  @Command(name = "progress", description = "What was asked, what was known, what is due when.")
  void progress() {
    PrintWriter out = spec.commandLine().getOut();
    Progress progress = Progress.read(file);
    int[] total = new int[Progress.DAYS.size() + 1];
    for (int number : Curriculum.numbers()) {
      int[] boxes = new int[Progress.DAYS.size() + 1];
      for (var question : Quiz.of(number).questions()) {
        Progress.Box box = progress.box(number, question);
        boxes[box == null ? 0 : box.box() + 1]++;
        total[box == null ? 0 : box.box() + 1]++;
      }
      out.printf("%2d  %-46s %s%n", number, Curriculum.notebook(number).title(), row(boxes));
    }
    out.printf("    %-46s %s%n", "all", row(total));
    out.println("Kept in " + file);
  }

  private static String row(int[] boxes) {
    return "new %3d | 1 day %3d | 3 days %3d | 7 days %3d | 21 days %3d"
        .formatted(boxes[0], boxes[1], boxes[2], boxes[3], boxes[4]);
  }

  @Command(
      name = "copy",
      description = "Writes a lesson's notebook, for Jupyter or to be edited and run here.")
  void copy(
      @Parameters(paramLabel = "N", description = "Number of the lesson.") int number,
      @Parameters(paramLabel = "FILE", description = "Such as mine.ipynb; must not exist yet.")
          Path to) {
    if (Files.exists(to)) {
      throw new UserError(to + " exists; it is not overwritten");
    }
    try {
      Files.writeString(to, Curriculum.text(number));
    } catch (IOException e) {
      throw new UserError("cannot write " + to + ": " + e.getMessage());
    }
    spec.commandLine()
        .getOut()
        .println("Wrote " + to + ". Run it with: experiments/run lessons start " + to);
  }
}
