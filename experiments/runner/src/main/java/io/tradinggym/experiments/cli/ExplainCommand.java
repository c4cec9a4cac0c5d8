package io.tradinggym.experiments.cli;

import io.tradinggym.experiments.UserError;
import io.tradinggym.experiments.explain.CardFiles;
import io.tradinggym.experiments.explain.Cards;
import io.tradinggym.experiments.explain.LinkedReport;
import io.tradinggym.experiments.explain.PolicyTree;
import io.tradinggym.experiments.explain.TradeRow;
import io.tradinggym.experiments.report.ShowsResults;
import io.tradinggym.experiments.run.Run;
import io.tradinggym.experiments.run.RunFolder;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Objects;
import java.util.stream.Stream;
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
final class ExplainCommand implements Runnable, ShowsResults {
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
      description =
          "The last decision up to the end of a day, or up to a time, such as 2020-03-16 or"
              + " 2020-03-16T21:00:00Z (UTC).")
  private @Nullable String time;

  @Option(
      names = "--bar",
      paramLabel = "N",
      description =
          "The decision at bar N of the episode, counted from 0 as cards and reports of simulated"
              + " prices do.")
  private @Nullable Integer bar;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description =
          "Agent of this seed, with --time, --bar, --page or --policy. Default: the run's first.")
  private @Nullable Long seed;

  @Option(
      names = "--episode",
      paramLabel = "N",
      description = "Test episode, with --time, --bar or --page. Default: 0.")
  private int episode;

  @Option(names = "--policy", description = "The whole policy as a small tree, and what it loses.")
  private boolean policy;

  @Option(names = "--json", description = "The card as JSON, with every number of the decision.")
  private boolean json;

  @Option(
      names = "--page",
      paramLabel = "FILE",
      description =
          "Write the cards of all decisions of the episode that traded, such as cards.html.")
  private @Nullable Path page;

  @Option(
      names = "--report",
      description =
          "Write cards.html beside the run's report, for the episode that the report shows, and"
              + " link its trades to their cards.")
  private boolean report;

  @Override
  public void run() {
    Run run = Run.open(folder);
    RunFolder.requireWritable(page);
    PrintWriter console = spec.commandLine().getOut();
    if (report) {
      console.println("The report: " + LinkedReport.write(run));
      return;
    }
    long agent = seed == null ? run.config().seed() : seed;
    if (policy) {
      console.print(PolicyTree.text(run, agent));
      console.flush();
      return;
    }
    if (Stream.of(trade, time, bar).filter(Objects::nonNull).count() > 1) {
      throw new UserError("--trade, --time and --bar each name a decision; give one of them");
    }
    if (time == null && bar == null && (trade != null || page == null)) {
      TradeRow row = TradeRow.of(run.folder(), trade == null ? 1 : trade);
      try (Cards cards = Cards.of(run, row.seed(), row.episode())) {
        tell(cards, cards.decisionBefore(row.time()), console);
      }
      return;
    }
    try (Cards cards = Cards.of(run, agent, episode)) {
      tell(cards, decision(cards), console);
    }
  }

  /** The step that was asked for; null for none. */
  private @Nullable Integer decision(Cards cards) {
    if (bar != null && (bar < 0 || bar >= cards.steps())) {
      throw new UserError("--bar must be in 0 .. " + (cards.steps() - 1) + ", was " + bar);
    }
    return time == null ? bar : Integer.valueOf(cards.decisionBefore(parse(time)));
  }

  private void tell(Cards cards, @Nullable Integer step, PrintWriter console) {
    if (step != null) {
      Cards.Card card = cards.card(step);
      console.println(json ? CardFiles.json(card) : card.card().text());
    }
    Path file = page;
    if (file != null) {
      RunFolder.replace(file, CardFiles.page(cards));
      console.println("The page: " + file);
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

  @Override
  public boolean toReaders() {
    return !json;
  }
}
