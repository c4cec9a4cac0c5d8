package io.tradinggym.experiments.cli;

import io.tradinggym.data.collect.CollectException;
import io.tradinggym.data.collect.FetchLog;
import io.tradinggym.data.collect.Fetcher;
import io.tradinggym.data.collect.Secrets;
import io.tradinggym.data.provider.Collected;
import io.tradinggym.data.series.PriceBars;
import io.tradinggym.data.series.SeriesFile;
import io.tradinggym.data.store.PartitionedStore;
import io.tradinggym.experiments.UserError;
import io.tradinggym.experiments.collect.CollectedFile;
import io.tradinggym.experiments.collect.Datum;
import io.tradinggym.experiments.collect.Supplies;
import io.tradinggym.experiments.run.RunFolder;
import io.tradinggym.experiments.run.RunLock;
import io.tradinggym.market.calendar.AroundTheClock;
import io.tradinggym.market.calendar.MarketCalendar;
import io.tradinggym.market.calendar.Nyse;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Fetches what providers have into files. */
@Command(
    name = "collect",
    description = {
      "Fetches what providers have into files, through a cache on disk: what was fetched is not"
          + " asked again for a day. Bars go to SPY.csv, series that features can look at to"
          + " series/, each value with when it was known.",
      "Providers: yahoo, alpaca, polygon, alphavantage, finnhub, newsapi, fred, binance,"
          + " binance-futures, kaggle. Keys come from the environment or from .env:"
          + " ALPHA_VANTAGE_KEY, ALPACA_API_KEY, ALPACA_SECRET_KEY, POLYGON_API_KEY,"
          + " FINNHUB_API_KEY, NEWS_API_KEY, FRED_API_KEY."
    })
final class CollectCommand implements Runnable {
  private static final InstantSource CLOCK = InstantSource.system();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--provider",
      paramLabel = "NAME",
      description =
          "Who is asked; auto: those that have the datum, one after the other. Default:"
              + " ${DEFAULT-VALUE}.")
  private String provider = Supplies.AUTO;

  @Option(
      names = "--datum",
      paramLabel = "WHAT",
      description = "${COMPLETION-CANDIDATES}. Default: bars, or what the provider has first.")
  private @Nullable Datum datum;

  @Option(
      names = "--tickers",
      required = true,
      split = ",",
      paramLabel = "A,B",
      description = "Tickers; pairs such as BTCUSDT, series such as VIXCLS, or words for news.")
  private List<String> tickers = new ArrayList<>();

  @Option(names = "--from", required = true, paramLabel = "DATE", description = "First day.")
  private LocalDate from = LocalDate.EPOCH;

  @Option(names = "--to", required = true, paramLabel = "DATE", description = "Last day.")
  private LocalDate to = LocalDate.EPOCH;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "Where to write; the cache lies beside.")
  private Path out = Path.of("");

  @Option(
      names = "--store",
      description =
          "Merge daily bars into one Parquet file a year, too: year=2020/bars.parquet. features and"
              + " signals read a ticker's bars from there.")
  private boolean store;

  @Option(
      names = "--base",
      paramLabel = "NAME=URL",
      description =
          "Another address of a provider, such as a server of your own; kaggle=FOLDER puts that"
              + " history under what others have.")
  private Map<String, String> bases = new LinkedHashMap<>();

  private final Map<String, Collected<PriceBars>> ofShares = new TreeMap<>();
  private final Map<String, Collected<PriceBars>> ofPairs = new TreeMap<>();

  @Override
  public void run() {
    PrintWriter print = spec.commandLine().getOut();
    if (to.isBefore(from)) {
      throw new UserError("--to must not be before --from, were " + to + " and " + from);
    }
    tickers = new ArrayList<>(new LinkedHashSet<>(tickers));
    tickers.forEach(this::requireBelow);
    try (RunLock _ = RunLock.of(RunFolder.writable(out));
        FetchLog log = log()) {
      collect(
          new Fetcher(
              out.resolve(".cache"), CLOCK, Thread::sleep, secrets(), log, Fetcher.Retries.DEFAULT),
          print);
    }
  }

  private void collect(Fetcher fetcher, PrintWriter print) {
    Supplies supplies = Supplies.of(fetcher, provider, datum, bases);
    CollectManifest manifest = new CollectManifest(out);
    int failed = 0;
    // All at once: the provider's bucket is what holds them back.
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Map<String, Future<Collected<List<CollectedFile>>>> asked = new LinkedHashMap<>();
      for (String ticker : tickers) {
        asked.put(ticker, threads.submit(() -> supplies.collect(ticker, from, to)));
      }
      for (Map.Entry<String, Future<Collected<List<CollectedFile>>>> each : asked.entrySet()) {
        failed += done(each.getKey(), each.getValue(), manifest, print) ? 0 : 1;
        print.flush();
      }
    }
    merge(print);
    if (failed == tickers.size()) {
      throw new UserError("nothing was collected; the reasons stand above");
    }
    print.println("manifest: " + manifest.file());
  }

  /** A name may be words or hold a slash: its files lie below the folder all the same. */
  private void requireBelow(String name) {
    boolean below =
        !name.isBlank()
            && name.chars().noneMatch(Character::isISOControl)
            && Arrays.stream(name.split("[/\\\\]", -1)).noneMatch(part -> part.matches("|\\.\\.?"));
    if (!below) {
      throw new UserError(
          "--tickers takes names such as SPY or BTCUSDT, whose files lie below "
              + out
              + "; was \""
              + name
              + "\"");
    }
  }

  /** All of a market at once: a year's file is written once. */
  private void merge(PrintWriter print) {
    for (boolean pairs : new boolean[] {false, true}) {
      Map<String, Collected<PriceBars>> of = new TreeMap<>(pairs ? ofPairs : ofShares);
      if (of.isEmpty()) {
        continue;
      }
      MarketCalendar calendar = pairs ? new AroundTheClock() : new Nyse();
      try (PartitionedStore years = new PartitionedStore(out, calendar)) {
        years
            .merge(of, CLOCK.instant(), 1)
            .forEach((ticker, report) -> print.println("store: " + ticker + ": " + report));
      } catch (IOException | IllegalArgumentException e) {
        throw new UserError("cannot merge into " + out + ": " + e.getMessage(), e);
      }
    }
  }

  private void keep(String ticker, CollectedFile file, Collected<?> from) {
    if (store && file.path().equals(ticker + ".csv")) {
      PriceBars bars = SeriesFile.bars(out.resolve(file.path()));
      Collected<PriceBars> collected =
          new Collected<>(bars, from.provider(), from.fetchedAt(), from.stale(), from.nulls());
      (from.provider().startsWith("binance") ? ofPairs : ofShares).put(ticker, collected);
    }
  }

  private boolean done(
      String ticker,
      Future<Collected<List<CollectedFile>>> asked,
      CollectManifest manifest,
      PrintWriter print) {
    try {
      Collected<List<CollectedFile>> got = asked.get();
      for (CollectedFile file : got.value()) {
        write(file);
        manifest.add(file, got);
        keep(ticker, file, got);
        print.printf(
            "%s: %d rows of %s%s%n",
            out.resolve(file.path()), file.rows(), got.provider(), got.stale() ? ", stale" : "");
        if (!file.note().isEmpty()) {
          print.println("  " + file.note());
        }
      }
      return true;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof CollectException known) {
        print.println("left out " + ticker + ": " + known.getMessage());
        return false;
      }
      throw new IllegalStateException("collecting " + ticker + " failed", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UserError("interrupted; what was fetched is kept, the same command goes on", e);
    } catch (IOException e) {
      throw new UserError("cannot write into " + out + ": " + e.getMessage(), e);
    }
  }

  private FetchLog log() {
    try {
      return new FetchLog(out.resolve(".cache"), "collect", secrets(), CLOCK);
    } catch (IOException e) {
      throw new UserError("cannot write into " + out + ": " + e.getMessage(), e);
    }
  }

  private static Secrets secrets() {
    try {
      return Secrets.read(Path.of(".env"), System.getenv());
    } catch (IOException e) {
      throw new UserError("cannot read .env: " + e.getMessage(), e);
    }
  }

  private void write(CollectedFile file) throws IOException {
    Path target = out.resolve(file.path());
    RunFolder.replace(
        target, file.grows() && Files.exists(target) ? grown(target, file) : file.text());
  }

  private static String grown(Path there, CollectedFile file) throws IOException {
    Set<String> lines = new LinkedHashSet<>(Files.readAllLines(there));
    lines.addAll(file.text().lines().toList());
    return String.join("\n", lines) + "\n";
  }
}
