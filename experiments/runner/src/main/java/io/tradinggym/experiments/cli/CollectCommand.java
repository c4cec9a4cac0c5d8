package io.tradinggym.experiments.cli;

import io.tradinggym.data.collect.CollectException;
import io.tradinggym.data.collect.FetchLog;
import io.tradinggym.data.collect.Fetcher;
import io.tradinggym.data.collect.Secrets;
import io.tradinggym.data.provider.BarProvider;
import io.tradinggym.data.provider.Collected;
import io.tradinggym.data.series.PriceBars;
import io.tradinggym.data.series.Quality;
import io.tradinggym.experiments.UserError;
import io.tradinggym.experiments.signals.Providers;
import io.tradinggym.market.calendar.Nyse;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Fetches daily bars of tickers into files. */
@Command(
    name = "collect",
    description = {
      "Fetches daily bars from providers into files such as SPY.csv, through a cache on disk: what"
          + " was fetched is not asked again for a day.",
      "Keys come from the environment or from .env: ALPHA_VANTAGE_KEY, ALPACA_API_KEY,"
          + " ALPACA_SECRET_KEY, POLYGON_API_KEY."
    })
final class CollectCommand implements Runnable {
  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
  private static final InstantSource CLOCK = InstantSource.system();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--provider",
      paramLabel = "NAME",
      description =
          "yahoo, alpaca, polygon, alphavantage, or auto: one after the other; binance for pairs"
              + " such as BTCUSDT. Default: ${DEFAULT-VALUE}.")
  private String provider = "auto";

  @Option(
      names = "--tickers",
      required = true,
      split = ",",
      paramLabel = "A,B",
      description = "Whose bars.")
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
      names = "--base",
      paramLabel = "NAME=URL",
      description = "Another address of a provider, such as a server of your own.")
  private Map<String, String> bases = new LinkedHashMap<>();

  @Override
  public void run() {
    PrintWriter print = spec.commandLine().getOut();
    if (to.isBefore(from)) {
      throw new UserError("--to must not be before --from, were " + to + " and " + from);
    }
    try (FetchLog log = log()) {
      collect(
          new Fetcher(
              out.resolve(".cache"), CLOCK, Thread::sleep, secrets(), log, Fetcher.Retries.DEFAULT),
          print);
    }
  }

  private void collect(Fetcher fetcher, PrintWriter print) {
    BarProvider providers = Providers.daily(fetcher, provider, bases);
    CollectManifest manifest = new CollectManifest(out);
    int failed = 0;
    // All at once: the provider's bucket is what holds them back.
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Map<String, Future<Collected<PriceBars>>> asked = new LinkedHashMap<>();
      for (String ticker : tickers) {
        asked.put(ticker, threads.submit(() -> providers.daily(ticker, from, to)));
      }
      for (Map.Entry<String, Future<Collected<PriceBars>>> each : asked.entrySet()) {
        failed += done(each.getKey(), each.getValue(), manifest, print) ? 0 : 1;
        print.flush();
      }
    }
    if (failed == tickers.size()) {
      throw new UserError("nothing was collected; the reasons stand above");
    }
    print.println("manifest: " + manifest.write());
  }

  private boolean done(
      String ticker,
      Future<Collected<PriceBars>> asked,
      CollectManifest manifest,
      PrintWriter print) {
    try {
      Collected<PriceBars> bars = asked.get();
      Path file = write(ticker, bars.value());
      manifest.add(ticker, file, bars);
      print.printf(
          "%s: %d bars of %s%s%n",
          file, bars.value().size(), bars.provider(), bars.stale() ? ", stale" : "");
      print.println("  " + Quality.of(bars.value(), new Nyse(), NEW_YORK, CLOCK.instant()));
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

  private Path write(String ticker, PriceBars bars) throws IOException {
    Files.createDirectories(out);
    Path file = out.resolve(ticker + ".csv");
    Path beside = Files.createTempFile(out, "bars", ".csv");
    StringBuilder text = new StringBuilder("date,open,high,low,close,volume\n");
    for (int bar = 0; bar < bars.size(); bar++) {
      text.append(Instant.ofEpochMilli(bars.closeTime(bar)).atZone(NEW_YORK).toLocalDate());
      for (double each :
          new double[] {bars.open(bar), bars.high(bar), bars.low(bar), bars.close(bar)}) {
        text.append(',').append(each);
      }
      text.append(',').append(Math.round(bars.volume(bar))).append('\n');
    }
    Files.writeString(beside, text);
    Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    return file;
  }
}
