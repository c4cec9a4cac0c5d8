package io.tradinggym.experiments.cli;

import io.tradinggym.experiments.UserError;
import io.tradinggym.experiments.explain.Cards;
import io.tradinggym.experiments.explain.TradeRow;
import io.tradinggym.experiments.run.Run;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says why an agent did what it did. */
@Command(
    name = "explain",
    description = {
      "Plays a test episode of a finished run again and says why the agent decided as it did: what"
          + " its scores hung on, what spoke against it, regime and risk, what would have turned"
          + " it.",
      "Attribution describes the policy, not the market: it names no cause."
    })
final class ExplainCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(index = "0", paramLabel = "RUN", description = "Folder of the run.")
  private Path folder = Path.of("");

  @Option(
      names = "--trade",
      paramLabel = "N",
      description = "The decision behind row N of the run's trades.csv, counted from 1.")
  private @Nullable Integer trade;

  @Option(
      names = "--time",
      paramLabel = "TIME",
      description = "The last decision before a day or time, such as 2020-03-16.")
  private @Nullable String time;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Agent of this seed, with --time. Default: the run's first.")
  private @Nullable Long seed;

  @Option(
      names = "--episode",
      paramLabel = "N",
      description = "Test episode, with --time. Default: 0.")
  private int episode;

  @Override
  public void run() {
    Run run = Run.open(folder);
    PrintWriter console = spec.commandLine().getOut();
    if (time != null) {
      long agent = seed == null ? run.config().seed() : seed;
      try (Cards cards = Cards.of(run, agent, episode)) {
        console.println(cards.card(cards.decisionBefore(parse(time))).card().text());
      }
      return;
    }
    TradeRow row = TradeRow.of(run.folder(), trade == null ? 1 : trade);
    try (Cards cards = Cards.of(run, row.seed(), row.episode())) {
      console.println(cards.card(cards.decisionBefore(row.time())).card().text());
    }
  }

  /** The end of a day, or a moment. */
  private static long parse(String text) {
    try {
      return text.length() > "2020-03-16".length()
          ? Instant.parse(text).toEpochMilli() + 1
          : LocalDate.parse(text)
              .plusDays(1)
              .atStartOfDay(ZoneOffset.UTC)
              .toInstant()
              .toEpochMilli();
    } catch (DateTimeParseException e) {
      throw new UserError(
          "--time must be a day or a time in UTC, such as 2020-03-16 or 2020-03-16T21:00:00Z, was "
              + text,
          e);
    }
  }
}
