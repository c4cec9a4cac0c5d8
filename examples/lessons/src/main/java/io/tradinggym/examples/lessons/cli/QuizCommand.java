package io.tradinggym.examples.lessons.cli;

import io.tradinggym.examples.lessons.quiz.Progress;
import io.tradinggym.examples.lessons.quiz.Question;
import io.tradinggym.examples.lessons.quiz.Quiz;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Asks the questions of a lesson that are due. */
@Command(
    name = "quiz",
    description = {
      "Asks the questions of a lesson that are due: new ones, and those whose day has come.",
      "What was known comes back after 1, 3, 7 and 21 days, what was not, tomorrow."
    })
final class QuizCommand implements Runnable {
  @CommandLine.Spec private CommandSpec spec = CommandSpec.create();
  @ParentCommand private LessonsCommand lessons = new LessonsCommand();

  @Parameters(paramLabel = "N", description = "Number of the lesson.")
  private int number;

  @Option(names = "--all", description = "Also those that are not due.")
  private boolean all;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Of the order in which things are asked. Default: the day.")
  private @Nullable Long seed;

  @Override
  public void run() {
    Terminal terminal = new Terminal(spec.commandLine().getOut());
    Progress progress = Progress.read(lessons.file());
    long order = seed == null ? lessons.today().toEpochDay() : seed;
    List<Question> due =
        Quiz.shuffled(Quiz.of(number).questions(), "questions", order).stream()
            .filter(question -> all || progress.due(number, question, lessons.today()))
            .toList();
    if (due.isEmpty()) {
      terminal.show("Nothing of lesson " + number + " is due today; --all asks all the same.");
      return;
    }
    int right = 0;
    int asked = 0;
    for (Question question : due) {
      String answer = ask(terminal, question, order);
      if (answer == null) {
        break;
      }
      asked++;
      boolean known = question.right(answer);
      right += known ? 1 : 0;
      progress.answered(number, question, known, lessons.today());
      terminal.show(question.reply(answer) + "\n");
    }
    terminal.show(right + " of " + asked + " right.");
  }

  private static @Nullable String ask(Terminal terminal, Question question, long seed) {
    terminal.show(question.text());
    List<String> shown =
        switch (question) {
          case Question.Choice choice -> Quiz.shuffled(choice.options(), question.id(), seed);
          case Question.Order sorted -> Quiz.shuffled(sorted.items(), question.id(), seed);
          default -> List.of();
        };
    for (int i = 0; i < shown.size(); i++) {
      terminal.show("  " + (char) ('a' + i) + ") " + shown.get(i));
    }
    String typed = terminal.ask("(" + question.hint() + ") ");
    return typed == null || shown.isEmpty() ? typed : chosen(typed, shown);
  }

  /** What the letters stand for, one a line. */
  private static String chosen(String letters, List<String> shown) {
    List<String> chosen = new ArrayList<>();
    for (char letter : letters.toLowerCase(Locale.ROOT).toCharArray()) {
      int place = letter - 'a';
      if (place >= 0 && place < shown.size()) {
        chosen.add(shown.get(place));
      }
    }
    return String.join("\n", chosen);
  }
}
