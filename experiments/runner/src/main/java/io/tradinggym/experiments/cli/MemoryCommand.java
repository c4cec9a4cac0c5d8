package io.tradinggym.experiments.cli;

import io.tradinggym.experiments.UserError;
import io.tradinggym.experiments.explain.PatternFolder;
import io.tradinggym.experiments.report.ShowsResults;
import io.tradinggym.experiments.report.Text;
import io.tradinggym.explain.memory.Match;
import io.tradinggym.explain.memory.Outcomes;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Price patterns by likeness. */
@Command(
    name = "memory",
    description = {
      "Keeps windows of prices as cases and finds the nearest as of any day, each with what became"
          + " of it.",
      "Analogues are description beside the base rate, no forecast."
    })
final class MemoryCommand implements Runnable, ShowsResults {
  @Spec private CommandSpec spec = CommandSpec.create();
  private boolean searched;

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  /** Outcomes of cases are results; what a memory holds is none. */
  @Override
  public boolean toReaders() {
    return searched;
  }

  @Command(
      name = "build",
      description = {
        "Builds a memory of a market's patterns.",
        "DIR alone, without --data and --market: adds the bars that came since it was built."
      })
  void build(
      @Parameters(index = "0", paramLabel = "DIR", description = "Folder of the memory.")
          Path folder,
      @Option(
              names = "--data",
              paramLabel = "DIR",
              description = "Folder of files such as SPY.csv.")
          @Nullable String data,
      @Option(names = "--tickers", paramLabel = "T,..", split = ",", description = "Whose bars.")
          @Nullable List<String> tickers,
      @Option(
              names = "--repair",
              description =
                  "Repair what is wrong with the files by declared rules, and say it, instead of"
                      + " refusing.")
          boolean repair,
      @Option(
              names = "--market",
              paramLabel = "NAME",
              description = "A simulated market instead, such as watchlist:SPY.")
          @Nullable String market,
      @Option(
              names = "--bars",
              defaultValue = "2520",
              paramLabel = "N",
              description = "Bars of the simulated market. Default: ${DEFAULT-VALUE}.")
          int bars,
      @Option(
              names = "--window",
              defaultValue = "20",
              paramLabel = "N",
              description = "Bars of a pattern. Default: ${DEFAULT-VALUE}.")
          int window,
      @Option(
              names = "--horizon",
              defaultValue = "5",
              paramLabel = "N",
              description = "Bars to its outcome. Default: ${DEFAULT-VALUE}.")
          int horizon) {
    if (data == null && market == null && tickers == null) {
      PatternFolder.grow(folder).stats().forEach(spec.commandLine().getOut()::println);
      return;
    }
    if ((data == null) == (market == null) || (data != null && tickers == null)) {
      throw new UserError("give --data DIR and --tickers T, or --market NAME");
    }
    if (window < 2 || horizon < 1 || bars <= window + horizon) {
      throw new UserError(
          "--window must be >= 2, --horizon >= 1 and --bars more than both together, were "
              + window
              + ", "
              + horizon
              + " and "
              + bars);
    }
    PatternFolder.Source source =
        new PatternFolder.Source(
            data,
            tickers == null ? List.of() : tickers,
            repair,
            market,
            bars,
            7,
            window,
            Math.min(window, 16),
            horizon);
    PatternFolder built = PatternFolder.build(folder, source);
    PrintWriter out = spec.commandLine().getOut();
    built.repairs().forEach(repaired -> out.println("repaired: " + repaired));
    built.stats().forEach(out::println);
  }

  @Command(name = "stats", description = "Says what a memory holds.")
  void stats(
      @Parameters(index = "0", paramLabel = "DIR", description = "Folder of the memory.")
          Path folder) {
    PatternFolder.open(folder).stats().forEach(spec.commandLine().getOut()::println);
  }

  @Command(name = "search", description = "Finds the cases nearest to a ticker's last bars.")
  void search(
      @Parameters(index = "0", paramLabel = "DIR", description = "Folder of the memory.")
          Path folder,
      @Option(names = "--ticker", required = true, paramLabel = "T", description = "Whose bars.")
          String ticker,
      @Option(
              names = "--time",
              paramLabel = "DAY",
              description = "As of the end of this day, such as 2020-03-16. Default: the last.")
          @Nullable String time,
      @Option(
              names = "-k",
              defaultValue = "10",
              paramLabel = "N",
              description = "How many. Default: ${DEFAULT-VALUE}.")
          int k) {
    if (k < 1) {
      throw new UserError("-k must be >= 1, was " + k);
    }
    long asOf = time == null ? Long.MAX_VALUE : endOf(time);
    searched = true;
    print(PatternFolder.open(folder).search(ticker, asOf, k), ticker);
  }

  private static long endOf(String day) {
    try {
      return LocalDate.parse(day)
          .plusDays(1)
          .atStartOfDay(ZoneOffset.UTC)
          .toInstant()
          .toEpochMilli();
    } catch (DateTimeParseException e) {
      throw new UserError("--time must be a day such as 2020-03-16, was " + day, e);
    }
  }

  private void print(PatternFolder.Answer answer, String ticker) {
    PrintWriter out = spec.commandLine().getOut();
    if (answer.simulated()) {
      out.println("SIMULATED: a model drew the prices; days are those of its own calendar.");
    }
    out.printf("%s as of %s%n", ticker, day(answer.asOf()));
    out.printf("%-8s %-10s  %-10s %10s %10s%n", "", "from", "to", "distance", "outcome");
    for (Match match : answer.matches()) {
      out.printf(
          Locale.ROOT,
          "%-8s %-10s  %-10s %10.3f %9.2f%%%n",
          answer.symbols().get(match.entry().instrument()),
          day(match.entry().start()),
          day(match.entry().knownAt()),
          match.distance(),
          100 * match.entry().outcome());
    }
    Outcomes outcomes = answer.outcomes();
    out.printf(
        Locale.ROOT,
        "quartiles %.2f%%, %.2f%%, %.2f%%; above 0 in %.0f%% of %s; usually median %.2f%%,"
            + " above 0 in %.0f%%%n",
        100 * outcomes.lower(),
        100 * outcomes.median(),
        100 * outcomes.upper(),
        100 * outcomes.above(),
        Text.count(outcomes.cases(), "case"),
        100 * outcomes.base(),
        100 * outcomes.baseAbove());
  }

  private static String day(long time) {
    return PatternFolder.day(time).toString();
  }
}
